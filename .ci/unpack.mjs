// Unpacks the files of an old Chromium that npm carries compressed by brotli, which tar does not read.
//   node .ci/unpack.mjs FOLDER
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const [folder] = process.argv.slice(2);
const unpacked = (name) => brotliDecompressSync(readFileSync(join(folder, `${name}.br`)));
writeFileSync(join(folder, "chromium"), unpacked("chromium"));
chmodSync(join(folder, "chromium"), 0o755);
for (const name of ["aws.tar", "swiftshader.tar"]) {
  writeFileSync(join(folder, name), unpacked(name));
  execFileSync("tar", ["xf", name], { cwd: folder });
  rmSync(join(folder, name));
}
