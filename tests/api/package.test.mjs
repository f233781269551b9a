// What is published, and what TypeScript makes of it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { PACKAGE, PROJECT } from "./project.mjs";

test("exactly this is published", () => {
  const [{ files, name, version }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd: "dist-npm", encoding: "utf8" }));
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "carbon-points.wasm", "index.d.ts", "index.js", "package.json",
  ]);
  assert.equal(name, "carbon-points");
  assert.ok(readFileSync("Cargo.toml", "utf8").includes(`\nversion = "${version}"\n`));
});

test("it depends on nothing, and needs nothing of today's syntax", () => {
  const about = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  assert.equal(about.dependencies, undefined);
  assert.equal(about.sideEffects, false);
  assert.equal(about.type, "module");
  const script = readFileSync(join(PACKAGE, "index.js"), "utf8");
  // What Chromium 79 cannot read.
  assert.doesNotMatch(script, /\?\.[a-z[(]|\?\?|^await /m);
  const imported = [...script.matchAll(/["']((?:node:|\.{1,2}\/)[^"']+)["'](?!:)/g)].map(([, name]) => name);
  // Nothing that a bundler would look for in vain: what only Node has is not named in one word.
  assert.deepEqual(imported, ["./carbon-points.wasm"]);
});

test("its types hold, in the strictest reading and without a browser's", () => {
  const options = ["--strict", "--noEmit", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--target", "es2020", "--lib", "es2020", "--module", "nodenext", "--pretty", "false"];
  try {
    execFileSync("tsc", [...options, join(PROJECT, "types.ts")], { encoding: "utf8", cwd: PROJECT });
  } catch (problem) {
    assert.fail(problem.stdout);
  }
});
