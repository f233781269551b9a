// Runs in the page before any script of its own: notes when it can be used, and how long what is done in it takes.
globalThis.measured = {};

// Once the next frame is on its way to the screen.
measured.painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    }),
  );

// Once a condition holds, which is looked at after each change of the document.
measured.until = (condition) =>
  new Promise((done) => {
    const look = () => condition() && (observer.disconnect(), done(performance.now()), true);
    const observer = new MutationObserver(look);
    if (!look()) observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });

const $ = (selector) => document.querySelector(selector);

// A first visit: the form of the worked example is there, is typed into, and has answered. Later visits: an act recorded
// before can be recorded again. Times count from the first byte.
measured.started = (async () => {
  const ready = await measured.until(() => $("#main[data-ready=true]") && ($("[data-testid=example] input") ?? $(".again__item")));
  const field = $("[data-testid=example] input");
  if (field) {
    const result = () => $("[data-testid=result]")?.textContent;
    const before = result();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, "7");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await measured.until(() => result() !== before);
  }
  const painted = await measured.painted();
  const [{ responseStart }] = performance.getEntriesByType("navigation");
  return { ready: ready - responseStart, painted: painted - responseStart };
})();

// Something done until it shows, and where the time went: up to the request to write, until the disk has confirmed it,
// until the document has changed, until that is painted.
measured.act = async (act, shows) => {
  const times = { asked: 0, kept: 0 };
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...given) {
    times.asked ||= performance.now();
    this.transaction.addEventListener("complete", () => (times.kept = performance.now()));
    return add.apply(this, given);
  };
  const start = performance.now();
  const shown = measured.until(shows);
  act();
  const drawn = await shown;
  const painted = await measured.painted();
  IDBObjectStore.prototype.add = add;
  const asked = times.asked || start;
  const kept = times.kept || asked;
  return { before: asked - start, disk: kept - asked, after: drawn - kept, frame: painted - drawn, total: painted - start };
};
