// Makes dist/ ready to upload: compressed files beside the others, the headers for static hosts, and a list of digests.
//   node .ci/dist.mjs
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = "dist";
const COMPRESSED = /\.(html|js|css|wasm|json|svg|webmanifest)$/;
const DIGESTS = "SHA256SUMS";

const listed = (folder) =>
  readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name)) : [join(folder, entry.name)]);

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
