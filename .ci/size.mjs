// Measures what a first visit fetches before the first screen works, brotli -q 11, against the budget.
//   node .ci/size.mjs          prints the parts and the total; fails above the budget
//   node .ci/size.mjs --list   prints the names only, for the scenario that compares them with what a browser asks for
// The list is read from dist/index.html, so that a new script, style sheet or icon cannot be forgotten.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 110_000; // bytes; 1 KB = 1000 bytes
const DIST = "dist";

function fail(sentence) {
  console.error(`error: ${sentence}`);
  process.exit(1);
}

// Addresses in `text` that the browser fetches before it is idle (the manifest and the icon of an installed page are not among them): the page's own elements, static and dynamic imports of the start script.
function* addresses(text) {
  const fetched = /^(?:stylesheet|modulepreload|preload|icon)$/;
  for (const [tag] of text.matchAll(/<(?:link|script|img|source|iframe|object|embed)\b[^>]*>/gi)) {
    const attribute = (name) => tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i"))?.slice(1).find(Boolean);
    if (/^<link/i.test(tag) && !fetched.test(attribute("rel") ?? "")) continue;
    const address = attribute("src") ?? attribute("href") ?? attribute("data");
    if (address) yield address;
  }
  for (const [, script] of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)) yield* quoted(script);
}

// Quoted names of files of our own in a script or style sheet: './app.js', "./app_bg.wasm", url(icon.svg).
function* quoted(text) {
  for (const [, address] of text.matchAll(/["'`(]((?:\.{0,2}\/)?[\w.\/-]+\.(?:m?js|wasm|css|json|svg|png|webp|ico|woff2|webmanifest))["'`)]/g)) yield address;
}

if (!existsSync(join(DIST, "index.html"))) fail("there is no dist/index.html: run `make build` first.");

function measured(name) {
  const bytes = readFileSync(join(DIST, name));
  const compressed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { raw: bytes.length, brotli: compressed.length };
}

const sizes = new Map();
const queue = ["index.html"];
while (queue.length > 0) {
  const name = queue.shift();
  if (sizes.has(name)) continue;
  const path = join(DIST, name);
  if (!existsSync(path)) fail(`the page asks for ${name}, which is not in ${DIST}/: add it to index.html with a data-trunk link.`);
  sizes.set(name, measured(name));

  const text = () => readFileSync(path, "utf8");
  let found = [];
  if (name.endsWith(".html")) found = [...addresses(text())];
  if (/\.(css|webmanifest)$/.test(name)) found = [...quoted(text())];
  for (const address of found) {
    const url = new URL(address, `http://page/${name}`);
    if (url.protocol === "data:") continue;
    if (url.host !== "page") fail(`${name} fetches ${address} from another server: the page must work from its own files alone.`);
    queue.push(decodeURIComponent(url.pathname.slice(1)));
  }
}
if (![...sizes.keys()].some((name) => name.endsWith(".wasm"))) fail("no WebAssembly is named in dist/index.html, so the list would be wrong.");

if (process.argv.includes("--list")) {
  for (const name of sizes.keys()) console.log(name);
  process.exit(0);
}

const later = new Map(readdirSync(DIST).filter((name) => /\.(wasm|css)$/.test(name) && !sizes.has(name)).map((name) => [name, measured(name)]));
const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} KB`;
const width = Math.max(37, ...[...sizes.keys(), ...later.keys()].map((name) => name.length));
const line = (name, { raw, brotli }) => console.log(`${name.padEnd(width)}${kb(raw)}${kb(brotli)}`);
console.log(`${"fetched before the first screen works".padEnd(width)}        raw      brotli`);
for (const [name, size] of sizes) line(name, size);
const total = [...sizes.values()].reduce((sum, { brotli }) => sum + brotli, 0);
console.log(`total ${(total / 1000).toFixed(1)} KB of ${(BUDGET / 1000).toFixed(1)} KB allowed (brotli -q 11, 1 KB = 1000 bytes)`);
console.log("fetched after that, once");
for (const [name, size] of later) line(name, size);
if (total > BUDGET) fail(`the first load is ${((total - BUDGET) / 1000).toFixed(1)} KB over its budget: make it smaller, or load something later (src/app/later.rs).`);
