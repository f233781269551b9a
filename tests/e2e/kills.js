// Part of the tests only: says what the store holds, then records one entry after another, and says of each that the
// page called it saved. The server hears it before the next one is begun.
(function () {
  if (window !== window.top) return;
  const find = (selector) => document.querySelector(selector.replace(/@([\w-]+)/g, '[data-testid="$1"]'));
  const until = async (condition) => {
    for (;;) {
      const found = condition();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 3));
    }
  };
  const say = (what, text) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/e2e-say", false);
    request.send(what + "\n" + text);
  };
  const go = async (hash) => {
    location.hash = hash;
    await until(() => find("#main[data-ready=true][data-view='" + hash.slice(1) + "']") && !find("#main .loading"));
  };
  const REFUSED = "refused";
  // The entry that the notice leads to. What the page says was not saved is tried again, as a resident would.
  const noticed = () => {
    const failed = find("@notice .notice--failed .notice__text");
    if (failed) {
      say(REFUSED, failed.textContent);
      find("@notice .notice__close").click();
      throw REFUSED;
    }
    const link = find("@notice a[href^='#/entry/']");
    return link && link.hash.slice("#/entry/".length);
  };

  const exported = async () => {
    let text = null;
    URL.createObjectURL = (blob) => { blob.text().then((read) => { text = read; }); return "blob:none"; };
    HTMLAnchorElement.prototype.click = () => {};
    await go("#/me/carry");
    // On a busy machine the browser may not open the store in time: the page says so, and goes over to it when it does.
    await until(() => find("@pick:enabled") && !find("@storage") && !find("@memory-only"));
    const save = find("@save-json");
    if (!save) return "";
    save.click();
    await until(() => text !== null);
    find("@verify").click();
    const said = () => find("#verify-said") ? find("#verify-said").textContent : "";
    await until(() => said() && !said().startsWith("正在"));
    say("verified", said());
    return text;
  };
  const example = async () => {
    (await until(() => find("@save:enabled"))).click();
    return until(noticed);
  };
  const again = async () => {
    const before = noticed();
    (await until(() => find(".again__item:enabled"))).click();
    return until(() => noticed() !== before && noticed());
  };
  const typed = async () => {
    const before = noticed();
    await go("#/record/trip");
    const field = await until(() => find("[name='legs[0].km']"));
    field.value = String(1 + Math.floor(Math.random() * 20));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    (await until(() => find("@save:enabled"))).click();
    return until(() => find("#main[data-view='/']") && noticed() !== before && noticed());
  };
  const reversed = async (id) => {
    (await until(() => find("@notice @undo"))).click();
    await until(() => !find("@notice @undo") && noticed() === id);
  };

  (async () => {
    await until(() => find("#main[data-ready=true]"));
    if (find("@language[lang=zh-CN]")) find("@language").click();
    say("holds", await exported());
    for (let count = 1; ; count += 1) {
      try {
        await go("#/");
        const id = await (!find(".again__item") ? example() : count % 4 === 0 ? typed() : again());
        say("saved", id);
        if (count % 3 === 0) {
          await reversed(id);
          say("reversed", id);
        }
      } catch (problem) {
        if (problem !== REFUSED) throw problem;
      }
    }
  })().catch((problem) => say("failed", String(problem)));
})();
