// What static hosts are told to send (static/hosting/_headers), file by file: names are written out, because hosts do not
// agree on what an asterisk within a name means.
import { readFileSync } from "node:fs";

const NAMED_AFTER_CONTENTS = /-[0-9a-f]{16}(_bg)?\.\w+$/;
const TYPES = { wasm: "application/wasm", webmanifest: "application/manifest+json" };

/** The text of the file, for the page at a folder such as `/` or `/points/`, that consists of these files. */
export function headers(folder, names) {
  if (!/^\/([\w.~-]+\/)*$/.test(folder)) throw new Error(`FOLDER is ${folder}: it must begin and end with a slash, as in /points/`);
  const rules = names.map((name) => {
    const said = [];
    const type = TYPES[name.split(".").pop()];
    if (type) said.push(`Content-Type: ${type}`);
    if (NAMED_AFTER_CONTENTS.test(name)) said.push("Cache-Control: public, max-age=31536000, immutable");
    return said.length > 0 ? `\n${folder}${name}\n${said.map((one) => `  ${one}\n`).join("")}` : "";
  });
  return readFileSync("static/hosting/_headers", "utf8").replace("\n/*\n", `\n${folder}*\n`) + rules.join("");
}
