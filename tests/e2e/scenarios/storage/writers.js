// Part of the tests only: two frames of one page record at once, in orders that a seed chooses.
window.interleave = async (times, seed) => {
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  // Timers wait longer the deeper they are nested; messages do not.
  const turn = () => new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); next(); };
    port2.postMessage(0);
  });
  const said = { saved: [], reversed: [], refused: 0, failed: [] };
  const frames = [...document.querySelectorAll("iframe")];
  const hand = (frame) => {
    const find = (selector) => frame.contentDocument.querySelector(selector.replace(/@([\w-]+)/g, '[data-testid="$1"]'));
    const until = async (condition) => {
      for (;;) {
        const found = condition();
        if (found) return found;
        await new Promise((later) => setTimeout(later, 2));
      }
    };
    const noticed = () => {
      const failed = find("@notice .notice--failed .notice__text");
      if (failed) said.failed.push(failed.textContent);
      const link = find("@notice a[href^='#/entry/']");
      return link && link.hash.slice("#/entry/".length);
    };
    const again = async () => {
      const before = noticed();
      (await until(() => find(".again__item:enabled"))).click();
      const id = await until(() => noticed() !== before && noticed());
      said.saved.push(id);
      return id;
    };
    const undo = async (id) => {
      (await until(() => find("@notice @undo"))).click();
      await until(() => !find("@notice @undo") && noticed() === id);
      said.reversed.push(id);
    };
    const reverse = async (id) => {
      frame.contentWindow.location.hash = "#/entry/" + id;
      const button = await until(() => find("@reverse") || (find("@reversed") && find("#main[data-view='/entry/" + id + "']")));
      return { press: () => button.dataset.testid === "reverse" && button.click(), done: () => until(() => find("@reversed")) };
    };
    const home = async () => {
      frame.contentWindow.location.hash = "#/";
      await until(() => find("#main[data-view='/']") && find(".again__item"));
    };
    return { again, undo, reverse, home, until, find };
  };
  const hands = frames.map(hand);
  await Promise.all(hands.map((one) => one.until(() => one.find("#main[data-ready=true]") && one.find(".again__item:enabled"))));
  for (let time = 0; time < times; time += 1) {
    // Who waits how long before which act.
    const plans = hands.map(() => [0].map(() => ({ wait: Math.floor(random() * 12), undo: random() < 0.3 })));
    await Promise.all(hands.map(async (one, which) => {
      for (const { wait, undo } of plans[which]) {
        for (let turns = 0; turns < wait; turns += 1) await turn();
        const id = await one.again();
        if (undo) await one.undo(id);
      }
    }));
    // Now and then both reverse the same one.
    if (time % 10 === 9) {
      const id = await hands[time % 20 === 9 ? 0 : 1].again();
      const both = await Promise.all(hands.map((one) => one.reverse(id)));
      for (const { press } of random() < 0.5 ? both : both.reverse()) press();
      await Promise.all(both.map(({ done }) => done()));
      said.reversed.push(id);
      await Promise.all(hands.map((one) => one.home()));
    }
  }
  return said;
};
