// Takes every custom section out of a WebAssembly file: names, and the relocations that only wasm-split needs.
//   node .ci/bare.mjs FILE
import { readFileSync, writeFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const bytes = readFileSync(file);
const HEADER = 8; // magic number and version

/** A section's size, as LEB128, and where its contents begin. */
function size(at) {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) return [value, at];
  }
}

const kept = [bytes.subarray(0, HEADER)];
for (let at = HEADER; at < bytes.length; ) {
  const [length, contents] = size(at + 1);
  if (bytes[at] !== 0) kept.push(bytes.subarray(at, contents + length));
  at = contents + length;
}
writeFileSync(file, Buffer.concat(kept));
