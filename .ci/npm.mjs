// Puts the npm package together in dist-npm/ and says how large it is.
//   node .ci/npm.mjs WORK   WORK holds what wasm-bindgen and wasm-opt wrote
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const API = "static/api";
const OUT = "dist-npm";
const [work] = process.argv.slice(2);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);

// One module for every engine: the oldest that run the page cannot read what wasm-bindgen writes.
copyFileSync(join(API, "index.js"), join(work, "index.js"));
copyFileSync(join(work, "api.js"), join(work, "engine.js"));
const script = resolve(OUT, "index.js");
// In its folder, because it writes down where each part comes from.
execFileSync("esbuild", [
  "index.js", "--bundle", "--format=esm", "--charset=utf8",
  "--target=chrome79,firefox78,safari14.1,node18", "--log-level=warning", `--outfile=${script}`,
], { stdio: "inherit", cwd: work });
copyFileSync(join(work, "carbon-points.wasm"), join(OUT, "carbon-points.wasm"));

const [, version] = readFileSync("Cargo.toml", "utf8").match(/^version = "(.*)"$/m);
const about = JSON.parse(readFileSync(join(API, "package.json"), "utf8"));
writeFileSync(join(OUT, "package.json"), `${JSON.stringify({ ...about, version }, null, 2)}\n`);
for (const name of ["index.d.ts", "README.md"]) copyFileSync(join(API, name), join(OUT, name));
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(name, join(OUT, name));

const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} KB`;
const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
let total = 0;
console.log(`${`in ${OUT}/`.padEnd(24)}        raw      brotli`);
for (const name of readdirSync(OUT).sort()) {
  const bytes = readFileSync(join(OUT, name));
  const size = compressed(bytes);
  if (/\.(js|wasm)$/.test(name)) total += size;
  console.log(`${name.padEnd(24)}${kb(bytes.length)}${kb(size)}`);
}
console.log(`a page fetches ${(total / 1000).toFixed(1)} KB (brotli -q 11, 1 KB = 1000 bytes)`);
