// How long a first visit takes until the form can be used, in Chromium with an empty cache, its processor slowed down four
// times and a network of 1.6 Mb/s with 150 ms: the release, an empty page in Yew, and a page in plain JavaScript of the
// release's weight, by turns. Medians, and their ratios; fails at nothing but errors.
//   node benches/start/main.mjs WORK   WORK/yew holds the empty page; benches/start/run.sh makes it
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { inChromium } from "../page/driver.mjs";
import { plainPage } from "./plain.mjs";

const [work] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 11);
const SLOWER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json", ".webmanifest": "application/json", ".png": "image/png" };
const WATCH = readFileSync("benches/page/watch.js", "utf8");

const compressed = new Map();
function answer(request, response) {
  const path = new URL(request.url, "http://page").pathname;
  const [, page, rest] = path.match(/^\/(ours|yew|plain)\/(.*)$/) ?? [];
  const file = page && join(page === "ours" ? "dist" : join(work, page), rest || "index.html");
  if (!file || file.includes("..") || !existsSync(file)) return response.writeHead(404).end();
  if (!compressed.has(file)) compressed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-encoding": "br", "cache-control": "no-store" });
  response.end(compressed.get(file));
}

const metrics = async (window) => Object.fromEntries((await window.devtools("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value * 1000]));

// One visit of somebody who was never there.
async function visit(window, address) {
  await window.go("about:blank");
  await window.devtools("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
  const before = await metrics(window);
  await window.go(address);
  const { ready, painted } = await window.run("() => measured.started");
  const after = await metrics(window);
  return { ready, painted, work: after.TaskDuration - before.TaskDuration };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const shown = (values) => `${median(values).toFixed(0).padStart(6)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`.padEnd(20);

const server = createServer(answer).listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${server.address().port}`;

await inChromium(async (window) => {
  // The first screen as it stands in the document, for the page in plain JavaScript.
  await window.devtools("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await window.go(`${origin}/ours/`);
  await window.run("() => measured.started");
  const markup = await window.run("() => document.querySelector('#app').outerHTML");
  const style = readFileSync(join("dist", readdirSync("dist").find((name) => /^page-.*\.css$/.test(name))), "utf8");
  const [, weight] = execFileSync("node", [".ci/size.mjs"], { encoding: "utf8" }).match(/^total ([\d.]+) KB/m);
  const plain = plainPage(join(work, "plain"), markup, style, Number(weight) * 1000);

  await window.devtools("Network.enable");
  await window.devtools("Network.setCacheDisabled", { cacheDisabled: true });
  await window.devtools("Network.setBypassServiceWorker", { bypass: true });
  await window.devtools("Performance.enable");
  await window.devtools("Network.emulateNetworkConditions", NETWORK);
  await window.devtools("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const pages = { ours: [], yew: [], plain: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [page, visits] of Object.entries(pages)) visits.push(await visit(window, `${origin}/${page}/`));
  }

  const yew = readdirSync(join(work, "yew")).reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(work, "yew", name))).length, 0);
  const names = { ours: ["the release", Number(weight)], yew: ["an empty page in Yew", yew / 1000], plain: ["plain JavaScript of the release's weight", plain / 1000] };
  console.log(`==> A first visit in ${window.version}; processor ${SLOWER} times slower, 1.6 Mb/s, 150 ms; milliseconds, median of ${ROUNDS} (least–most)`);
  console.log(`${"".padEnd(42)}${"KB".padStart(6)}   ${"form there".padEnd(20)} ${"answered, painted".padEnd(20)} ${"main thread".padEnd(20)}`);
  for (const [page, visits] of Object.entries(pages)) {
    const of = (part) => visits.map((one) => one[part]);
    const [name, size] = names[page];
    console.log(`${name.padEnd(42)}${size.toFixed(1).padStart(6)}   ${shown(of("ready"))} ${shown(of("painted"))} ${shown(of("work"))}`);
  }
  const ratio = (page, part) => (median(pages.ours.map((one) => one[part])) / median(pages[page].map((one) => one[part]))).toFixed(2);
  for (const page of ["yew", "plain"]) {
    console.log(`the release takes ${ratio(page, "ready")} times as long as ${names[page][0]} until its form is there, and ${ratio(page, "work")} times the work of the main thread`);
  }
});
server.close();
