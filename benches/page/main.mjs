// How the release build in dist/ does in Chromium, against the budgets: starting on a slow phone, and adding to a long
// ledger and showing it. Prints medians with the fastest and the slowest run, in milliseconds; fails at nothing but errors,
// because a busy machine is no fault of the page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inChromium } from "./driver.mjs";

const read = (name) => readFileSync(join(import.meta.dirname ?? "benches/page", name), "utf8");
const WATCH = read("watch.js") + read("memory.js");
const FILL = read("fill.js").replace(/^\/\/.*\n/gm, "").replace(/;\s*$/, "");
const STARTS = 11;
const ACTS = 25;
/** How many entries, and how many of them on a recent day. */
const LEDGERS = [[100, 13], [2_500, 13], [10_000, 13], [100_000, 46], [100_000, 130]];
/** The ledger that starts on a slow phone. */
const LONG = [10_000, 13];
/** From this length on there is a budget. */
const BUDGET_FROM = 10_000;
const SLOWER = 4;

const ms = (value) => value.toFixed(1);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const spread = (values) => `${ms(median(values)).padStart(8)}   (${ms(Math.min(...values))} to ${ms(Math.max(...values))}, ${values.length} runs)`;
const say = (what, values, remark = "") => console.log(`${what.padEnd(58)}${spread(values)}${remark && `   ${remark}`}`);

// --- Starting ----------------------------------------------------------------------------------------------------------

async function visit(window) {
  await window.go("about:blank");
  await window.go(`${window.origin}/`);
  return window.run("() => measured.started");
}

async function forgotten(window) {
  await window.go("about:blank");
  await window.devtools("Storage.clearDataForOrigin", { origin: window.origin, storageTypes: "all" });
}

// Loads the page over and over and prints how long it takes; `fresh` forgets the last visit and its files each time.
async function starting(window, what, { fresh, times = STARTS, budget = "" }) {
  const started = [];
  for (let run = 0; run < times; run += 1) {
    if (fresh) await forgotten(window);
    started.push(await visit(window));
  }
  say(`${what}: form there`, started.map(({ ready }) => ready));
  say(`${what}: ${fresh ? "answered typing, painted" : "painted"}`, started.map(({ painted }) => painted), budget);
}

// The throttle is asked for by name, and what a loop takes says what came of it.
async function throttled(window, rate, measure) {
  const loop = "() => { const turns = () => { const start = performance.now(); let sum = 0; while (sum < 3e7) sum += 1 + (sum & 1); return performance.now() - start; }; return Math.min(...Array.from({ length: 7 }, turns)); }";
  const plain = await window.run(loop);
  await window.devtools("Emulation.setCPUThrottlingRate", { rate });
  console.log(`-- processor throttled ${rate} times: a loop takes ${((await window.run(loop)) / plain).toFixed(1)} times as long`);
  await measure();
  await window.devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
  console.log("-- not throttled");
}

// --- Adding and showing ------------------------------------------------------------------------------------------------

// What the main thread did since `before`, in milliseconds.
async function work(window, before) {
  const { metrics } = await window.devtools("Performance.getMetrics");
  const now = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  return before ? now.TaskDuration - before.TaskDuration : now;
}

// What the page takes at rest.
async function weighed(window) {
  for (let times = 0; times < 3; times += 1) await window.devtools("HeapProfiler.collectGarbage");
  const { usedSize } = await window.devtools("Runtime.getHeapUsage");
  const [wasm, nodes] = await window.run("() => [pageMemory.buffer.byteLength, document.getElementsByTagName('*').length]");
  return { heap: usedSize, wasm, nodes };
}

// Does something over and over, and prints where the time goes.
async function acting(window, what, act, shows, { times = ACTS, prepare, budget = "" }) {
  const all = [];
  for (let run = 0; run < times; run += 1) {
    if (prepare) await window.run(prepare);
    const before = await work(window);
    const taken = await window.run(`() => { const last = (${shows})(); return measured.act(${act}, () => (${shows})() !== last); }`);
    all.push({ ...taken, work: await work(window, before) });
  }
  const of = (part) => all.map((taken) => taken[part]);
  const parts = ["before", "disk", "after", "frame"].map((part) => `${part} ${ms(median(of(part)))}`).join(", ");
  say(`${what}: until it shows`, all.map(({ total, frame }) => total - frame), budget);
  say(`${what}: until painted`, of("total"), parts);
  say(`${what}: work of the main thread`, of("work"));
  return median(of("work"));
}

const NEWEST = "() => document.querySelector('[data-entry]')?.dataset.entry";
const AGAIN = "() => document.querySelector('.again__item').click()";
const HOME = "() => { location.hash = '#/'; return measured.until(() => document.querySelector('.again')); }";
const LEDGER = "() => { location.hash = '#/ledger'; }";
const DAYS = "() => document.querySelectorAll('[data-day]').length";
const FILTER = "() => { const chips = [...document.querySelectorAll('[data-filter]')]; const now = chips.findIndex((chip) => chip.getAttribute('aria-pressed') === 'true'); chips[now === 0 ? 1 : 0].click(); }";
const CHOSEN = "() => document.querySelector('[data-filter][aria-pressed=true]')?.dataset.filter";
const EARLIER = "() => document.querySelector('[data-testid=more-days]').click()";
const LAST = "() => [...document.querySelectorAll('.days [data-entry]')].at(-1)?.dataset.entry";
const NODES = "() => document.getElementsByTagName('*').length";
const SCROLL = "() => { scrollBy(0, innerHeight); document.title += '.'; }";
const CHARTS = "() => { location.hash = '#/insight'; }";
const DRAWN = "() => document.querySelectorAll('.chart__drawing').length";
const SAVE = "() => { document.querySelector('[data-testid=save]').click(); return measured.until(() => document.querySelector('.again__item')); }";

// A visit of somebody with so many entries.
async function withEntries(window, [length, aDay]) {
  await forgotten(window);
  await visit(window);
  await window.run(SAVE);
  await window.run(FILL, length, aDay);
}

async function adding(window) {
  const works = [];
  const sizes = [];
  for (const [length, aDay] of LEDGERS) {
    await withEntries(window, [length, aDay]);
    const named = `${length} entries, ${aDay} a day`;
    await starting(window, `${named}, start`, { times: 5 });
    const idle = await acting(window, `${named}, nothing done`, "() => { document.title += '.'; }", "() => document.title", {});
    const busy = await acting(window, `${named}, “once more”`, AGAIN, NEWEST, { budget: length >= BUDGET_FROM ? "budget 16" : "" });
    works.push(busy - idle);
    await acting(window, `${named}, opening the ledger`, LEDGER, DAYS, { prepare: HOME, times: 9 });
    await acting(window, `${named}, ledger, another filter`, FILTER, CHOSEN, { times: 9 });
    const opened = await window.run(NODES);
    await acting(window, `${named}, ledger, earlier entries`, EARLIER, LAST, { times: length > 100 ? 5 : 1 });
    const earlier = await window.run(NODES);
    await acting(window, `${named}, ledger, scrolled by a screen`, SCROLL, "() => document.title", { times: 9 });
    const scrolled = await window.run(NODES);
    console.log(`${named}, ledger: ${opened} elements, ${earlier} after “earlier”, ${scrolled} after scrolling`);
    await acting(window, `${named}, charts`, CHARTS, DRAWN, { prepare: HOME, times: 9 });
    await window.run(`async () => { await (${HOME})(); const shown = measured.until(() => document.querySelector('[data-day]')); (${LEDGER})(); await shown; }`);
    sizes.push(await weighed(window));
    await acting(window, `${named}, ledger, added by another tab`, ANOTHER_TAB, NEWEST, { times: 9 });
  }
  console.log("what “once more” adds to the work of the main thread, and compared with the shortest ledger:");
  for (const [place, [length, aDay]] of LEDGERS.entries()) {
    console.log(`${String(length).padStart(9)} entries, ${aDay} a day: ${ms(works[place])} ms, ${(works[place] / works[0]).toFixed(2)} times`);
  }
  console.log("memory, and what stands in the document with the ledger open:");
  for (const [place, [length, aDay]] of LEDGERS.entries()) {
    const { wasm, heap, nodes } = sizes[place];
    const each = (wasm + heap - sizes[0].wasm - sizes[0].heap) / Math.max(1, length - LEDGERS[0][0]);
    console.log(`${String(length).padStart(9)} entries, ${aDay} a day: WebAssembly ${(wasm / 1e6).toFixed(1)} MB, JavaScript ${(heap / 1e6).toFixed(1)} MB, ${nodes} nodes${place > 0 ? `; ${each.toFixed(0)} bytes for each entry more` : ""}`);
  }
}

// Another tab writes an entry of its own and announces it.
const ANOTHER_TAB = `() => {
  indexedDB.open("carbon-points").onsuccess = ({ target: { result: database } }) => {
    const entries = database.transaction("entries", "readwrite").objectStore("entries");
    entries.openCursor(null, "prev").onsuccess = ({ target: { result: cursor } }) => {
      const id = Array.from({ length: 16 }, () => "0123456789ABCDEF"[Math.floor(Math.random() * 16)]).join("");
      const added = entries.add(JSON.stringify({ ...JSON.parse(cursor.value), id }));
      added.transaction.oncomplete = () => {
        database.close();
        new BroadcastChannel("carbon-points").postMessage(true);
      };
    };
  };
}`;

await inChromium(async (window) => {
  console.log(`==> The page in ${window.version}; milliseconds, median (fastest to slowest)`);
  await window.devtools("Network.enable");
  await window.devtools("Network.setCacheDisabled", { cacheDisabled: true });
  await window.devtools("Performance.enable");
  await window.devtools("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await starting(window, "first visit", { fresh: true });
  await throttled(window, SLOWER, () => starting(window, "first visit", { fresh: true, budget: "budget 1000" }));
  await adding(window);
  await withEntries(window, LONG);
  await throttled(window, SLOWER, () => starting(window, `${LONG[0]} entries, start`, { times: STARTS }));
});
