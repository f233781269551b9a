// Makes dist/ ready to upload: the npm package and the example host pages beside the page, compressed files, the headers for
// static hosts, and a list of digests. Run .ci/npm.sh before.
//   node .ci/dist.mjs
//   FOLDER=/points/ node .ci/dist.mjs   the headers for static hosts are for a page in that folder of the site
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { headers } from "./headers.mjs";

const DIST = "dist";
const COMPRESSED = /\.(html|js|css|wasm|json|svg|webmanifest)$/;
const MADE = /\.(br|gz)$/;
// Edited on the server: a server would go on sending the compressed file of before.
const EDITED = /^(rulebooks|bridge|icons)\/|^(hosts\.json|manifest\.webmanifest)$/;
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
for (const name of listed("").filter((name) => MADE.test(name))) rmSync(join(DIST, name));
const own = listed("").filter((name) => !/^(_headers$|hosting\/)/.test(name) && name !== DIGESTS).sort();
writeFileSync(join(DIST, "_headers"), headers(process.env.FOLDER || "/", own));
for (const name of own.filter((name) => COMPRESSED.test(name) && !EDITED.test(name))) {
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
