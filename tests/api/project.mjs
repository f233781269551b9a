// A project that has the package installed, and the command line to compare with. Set up by .ci/test-api.sh.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const PROJECT = process.env.API_PROJECT;
export const PACKAGE = join(PROJECT, "node_modules/carbon-points");
/** The day of the golden cases. */
export const TODAY = "2026-11-21";

/** The package, as the project finds it by its name. */
export function installed() {
  const entry = createRequire(join(PROJECT, "main.js")).resolve("carbon-points");
  return import(pathToFileURL(entry));
}

/** A module of its own, for what only happens before the first answer. */
export const anew = (name) => import(`${pathToFileURL(join(PACKAGE, "index.js"))}?${name}`);

/** What the command line writes for a text. */
export function native(input, ...options) {
  return execFileSync(process.env.ASSESS, options, { input, encoding: "utf8", maxBuffer: 1 << 28 });
}

export const golden = readFileSync("tests/golden/cases.jsonl", "utf8").trimEnd().split("\n").map((line) => {
  // The number as it is written there, not as JavaScript reads it.
  const text = line.slice(line.indexOf('"input": ') + 9, line.indexOf(', "expect": '));
  return { ...JSON.parse(line), text };
});
