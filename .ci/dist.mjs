// Makes dist/ ready to upload: the npm package and the example host pages beside the page, compressed files, the headers for
// static hosts, and a list of digests. Run .ci/npm.sh before.
//   node .ci/dist.mjs
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = "dist";
const COMPRESSED = /\.(html|js|css|wasm|json|svg|webmanifest)$/;
const DIGESTS = "SHA256SUMS";

const listed = (folder) =>
  readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name)) : [join(folder, entry.name)]);

// What the page itself never asks for, and so its worker does not keep: the list in it was made before (.ci/finish.mjs).
for (const [from, to] of [["dist-npm", "api"], ["static/embed", "embed"]]) {
  if (!existsSync(from)) {
    console.error(`error: there is no ${from}/: run \`make npm\` first.`);
    process.exit(1);
  }
  rmSync(join(DIST, to), { recursive: true, force: true });
  mkdirSync(join(DIST, to));
  for (const name of readdirSync(from).sort()) copyFileSync(join(from, name), join(DIST, to, name));
}
copyFileSync("static/hosting/_headers", join(DIST, "_headers"));
for (const name of listed("").filter((name) => COMPRESSED.test(name))) {
  const bytes = readFileSync(join(DIST, name));
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(DIST, `${name}.br`), brotliCompressSync(bytes, { params: brotli }));
  writeFileSync(join(DIST, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
const digests = listed("")
  .filter((name) => name !== DIGESTS)
  .sort()
  .map((name) => `${createHash("sha256").update(readFileSync(join(DIST, name))).digest("hex")}  ${name}\n`);
writeFileSync(join(DIST, DIGESTS), digests.join(""));
console.log(`==> dist/ is ready to upload: ${digests.length} files, listed with their digests in ${DIGESTS}`);
