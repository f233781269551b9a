// One session on the public screen, from the poster to the poster: two acts, the other language, the code, the end. Says
// how many milliseconds it took. Nothing is waited for but the page itself.
async (sessions) => {
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(null);
  });
  const find = async (selector) => {
    for (let turns = 0; turns < 10_000; turns += 1) {
      const found = document.querySelector(selector);
      if (found) return found;
      await turn();
    }
    throw new Error(`${selector} does not come`);
  };
  const press = async (selector) => (await find(selector)).click();
  const type = async (keys) => {
    for (const key of keys) await press(`[data-key='${key}']`);
    await press("[data-testid=enter]");
  };
  const took = [];
  for (let session = 0; session < sessions; session += 1) {
    const start = performance.now();
    await press("[data-testid=start]");
    await press("[data-topic=trip]");
    await press("[data-option='0']");
    await type(["1", "2", "point", "5"]);
    await press("[data-testid=another]");
    await press("[data-testid=language]");
    await press("[data-topic=action]");
    await press("[data-option='1']");
    await type(["2"]);
    await press("[data-testid=take]");
    await find(".kiosk__stage [data-testid=qr]");
    await press("[data-testid=end]");
    await find("[data-testid=start]");
    took.push(performance.now() - start);
  }
  return took;
}
