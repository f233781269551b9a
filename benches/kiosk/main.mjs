// A thousand strangers, one after the other, in one tab of the public screen: whether memory grows, and whether the last
// of them waits longer than the first. Fails if anything but the time grows; a busy machine is no fault of the page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inChromium } from "../page/driver.mjs";

const SESSION = readFileSync(join(import.meta.dirname ?? "benches/kiosk", "session.js"), "utf8").replace(/^\/\/.*\n/gm, "").replace(/;\s*$/, "");
const SESSIONS = Number(process.env.SESSIONS ?? 1000);
const AT_A_TIME = 50;
/** What a browser's own bookkeeping may come and go by. */
const NOISE = 300_000;

const WATCH = readFileSync("benches/page/memory.js", "utf8");

const kb = (bytes) => (bytes / 1000).toFixed(0).padStart(9);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function weighed(window) {
  for (let times = 0; times < 3; times += 1) await window.devtools("HeapProfiler.collectGarbage");
  const { usedSize } = await window.devtools("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await window.devtools("Memory.getDOMCounters");
  const wasm = await window.run("() => window.pageMemory.buffer.byteLength");
  const history = await window.run("() => history.length");
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners, history };
}

await inChromium(async (window) => {
  console.log(`-- ${window.version}, ${SESSIONS} sessions in one tab of the release build`);
  await window.devtools("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await window.go(`${window.origin}/?mode=kiosk`);
  const took = [];
  const weights = [];
  console.log("sessions   JS heap KB   WebAssembly KB   nodes   listeners   history   ms a session (median of these)");
  while (took.length < SESSIONS) {
    const these = await window.run(SESSION, AT_A_TIME);
    took.push(...these);
    const weight = await weighed(window);
    weights.push(weight);
    if (took.length === AT_A_TIME || took.length % 250 === 0) {
      const { heap, wasm, nodes, listeners, history } = weight;
      console.log(`${String(took.length).padStart(8)} ${kb(heap)}    ${kb(wasm)}      ${String(nodes).padStart(8)} ${String(listeners).padStart(10)} ${String(history).padStart(9)}   ${median(these).toFixed(1).padStart(8)}`);
    }
  }
  const [first, last] = [weights[1] ?? weights[0], weights.at(-1)];
  for (const [what, noise] of [["heap", NOISE], ["wasm", 0], ["nodes", 20], ["listeners", 5], ["history", 0]]) {
    const grown = last[what] - first[what];
    if (grown > noise) {
      console.error(`error: ${what} grew by ${grown} from session ${2 * AT_A_TIME} to ${took.length}.`);
      process.exitCode = 1;
    }
  }
  console.log(`first ${2 * AT_A_TIME}: ${median(took.slice(0, 2 * AT_A_TIME)).toFixed(1)} ms a session, last ${2 * AT_A_TIME}: ${median(took.slice(-2 * AT_A_TIME)).toFixed(1)} ms`);
});
