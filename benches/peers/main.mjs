// Runs measure.mjs in Node and in Chromium and our side natively, one after the other, and prints them side by side.
//   node benches/peers/main.mjs WORK PROGRAM   called by run.sh, which leaves measure.mjs and two .wasm in WORK
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CASES } from "./cases.mjs";

const [work, program] = process.argv.slice(2);
const LIMIT = 180_000;
const PAGE = `<!doctype html><meta charset="utf-8"><title>…</title><script type="module">
const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
try {
  const { measure } = await import("./measure.mjs");
  await fetch("done", { method: "POST", body: JSON.stringify(await measure({ engine: await bytes("engine.wasm"), npm: await bytes("npm.wasm") })) });
} catch (error) {
  await fetch("done", { method: "POST", body: JSON.stringify({ error: String(error) }) });
}
</script>`;

async function inNode() {
  const { measure } = await import(pathToFileURL(join(work, "measure.mjs")).href);
  return measure({ engine: readFileSync(join(work, "engine.wasm")), npm: readFileSync(join(work, "npm.wasm")) });
}

async function inChromium() {
  const profile = mkdtempSync(join(tmpdir(), "carbon-peers-"));
  let told;
  const found = new Promise((resolve) => (told = resolve));
  const server = createServer(async (request, answer) => {
    if (request.method === "POST") {
      told(JSON.parse(Buffer.concat(await request.toArray()).toString()));
      return answer.end();
    }
    const file = { "/measure.mjs": "text/javascript", "/engine.wasm": "application/wasm", "/npm.wasm": "application/wasm" }[request.url];
    answer.setHeader("content-type", file ?? "text/html");
    answer.end(file ? readFileSync(join(work, request.url)) : PAGE);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // In containers and as root there is no sandbox to be had, and only a page of our own is opened.
  const options = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", `--user-data-dir=${profile}`];
  const browser = spawn("chromium", [...options, `http://127.0.0.1:${server.address().port}/`], { stdio: "ignore", detached: true });
  let late;
  try {
    const timeout = new Promise((_, reject) => (late = setTimeout(() => reject(new Error("Chromium did not answer")), LIMIT)));
    return await Promise.race([found, timeout, once(browser, "error").then(([error]) => Promise.reject(error))]);
  } finally {
    clearTimeout(late);
    server.close();
    server.closeAllConnections();
    if (browser.exitCode === null && browser.pid !== undefined) {
      process.kill(-browser.pid, "SIGKILL");
      await once(browser, "exit");
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function native() {
  const input = CASES.map((one) => `${JSON.stringify(one.activity(0))}\n`).join("");
  const lines = execFileSync(program, { input, encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => line.split(" ").map((nanoseconds) => Number(nanoseconds) / 1000));
}

const shown = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(9);
const times = (theirs, ours) => `${shown(ours)} ${`${(theirs / ours).toFixed(theirs / ours < 10 ? 1 : 0)}×`.padStart(6)}`;

const COLUMNS = [
  ["draft", "npm draft", "draft.set(…).worth(): a kept activity, its changed inputs set as those of the situation, checked and worked out, numbers out"],
  ["worth", "npm worth", "worth(activity): an object in, written as JSON, read, checked and worked out, numbers out"],
  ["npm", "npm assess", "assess(activity): the same with every step, note and sentence as JSON out"],
  ["engine", "page, JSON", "the page's code, compiled for size: JSON text in, read, checked and worked out, numbers out"],
  ["again", "page, again", "the same code: one activity kept and worked out again, inside WebAssembly"],
  ["steps", "page, steps", "the same with every step kept, as the page shows it under “why”"],
  ["json", "native, JSON", "JSON text in, numbers out, on this machine"],
  ["native", "native, again", "one activity kept and worked out again"],
  ["nativeSteps", "native, steps", "the same with every step kept"],
];

console.log("What an evaluation is:");
console.log(`  ${"Publicodes".padEnd(13)} an engine whose rules were parsed before: setSituation with all inputs of the case, then evaluate of its two or three results,`);
console.log(`  ${"".padEnd(13)} each of which also comes with the tree of what was evaluated`);
for (const [, name, what] of COLUMNS) console.log(`  ${name.padEnd(13)} ${what}`);
console.log("npm is compiled for speed, the page for size. Every evaluation but those “again” has other inputs than the one before.");

const own = native();
for (const [name, run] of [[`Node ${process.version}`, inNode], [execFileSync("chromium", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(), inChromium]]) {
  const { error, start, compared, halves, each, rules } = await run();
  if (error) throw new Error(`${name}: ${error}`);
  console.log(`\n${name}: ${compared} answers compared, all equal (${halves} would be rounded to the other side of a half in floating point); µs per evaluation, the best of 9 rounds, and how many times faster than Publicodes (${rules} rules)`);
  console.log(`${"".padEnd(18)}Publicodes  ${COLUMNS.map(([, column]) => column.padStart(16)).join("  ")}`);
  for (const [index, one] of each.entries()) {
    const [json, native, nativeSteps] = own[index];
    const ours = { ...one, json, native, nativeSteps };
    console.log(`${one.name.padEnd(18)} ${shown(one.publicodes)}  ${COLUMNS.map(([key]) => times(one.publicodes, ours[key])).join("  ")}`);
  }
  const { publicodes, engine, npm } = start;
  console.log(`start, with the first answer, ms: Publicodes ${publicodes.toFixed(1)} (its YAML read, its rules parsed), the page's code ${engine.toFixed(1)}, npm package ${npm.toFixed(1)} (WebAssembly compiled)`);
}
