// The package in somebody's bundle: for a browser, and for Node in one file, with esbuild as it is by default.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { PACKAGE, PROJECT, TODAY, golden, installed } from "./project.mjs";

const BUNDLES = join(PROJECT, "bundles");
mkdirSync(BUNDLES, { recursive: true });
const ACTIVITY = golden[0].text;
// As the package itself answers, which is compared with the command line in answers.test.mjs.
const api = await installed();
await api.init();
const answered = JSON.stringify(api.assess(ACTIVITY, { today: TODAY }));

/** A bundle of a program that prints what an activity is worth; `wasm` is how it gives the engine. */
function bundled(name, wasm, ...options) {
  const source = join(PROJECT, `${name}.mjs`);
  writeFileSync(source, `${wasm.before ?? ""}
    import { init, assess } from "carbon-points";
    init(${wasm.options ?? ""}).then(() => console.log(JSON.stringify(assess(${JSON.stringify(ACTIVITY)}, { today: "${TODAY}" }))));`);
  const out = join(BUNDLES, name);
  const said = execFileSync("esbuild", [source, "--bundle", `--outfile=${out}`, ...options], { cwd: PROJECT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  assert.doesNotMatch(said, /warning/i);
  return out;
}

const run = (script) => execFileSync(process.execPath, [script], { encoding: "utf8" });
const same = (line) => assert.deepEqual(JSON.parse(line), JSON.parse(answered));

test("for a browser, as it is and as small as it gets", () => {
  for (const options of [[], ["--minify"]]) {
    const script = bundled("browser.mjs", {}, "--format=esm", "--platform=browser", ...options);
    // It fetches the engine from beside itself; Node reads it there.
    copyFileSync(join(PACKAGE, "carbon-points.wasm"), join(BUNDLES, "carbon-points.wasm"));
    same(run(script));
    assert.doesNotMatch(readFileSync(script, "utf8"), /(?:import|require)\(\s*["'`]node:/, "it asks for what only Node has");
  }
});

test("for Node in one file, which is given the engine", () => {
  const reading = {
    before: 'import { readFileSync } from "node:fs";',
    options: `{ wasm: readFileSync(${JSON.stringify(join(PACKAGE, "carbon-points.wasm"))}) }`,
  };
  same(run(bundled("node.mjs", reading, "--platform=node", "--format=esm")));
  const asText = { before: 'import { readFileSync } from "node:fs"; import { pathToFileURL } from "node:url";', options: `{ wasm: pathToFileURL(${JSON.stringify(join(PACKAGE, "carbon-points.wasm"))}).href }` };
  same(run(bundled("by-address.mjs", asText, "--platform=node", "--format=esm")));
});

test("the engine in the bundle itself", () => {
  const inside = { before: 'import engine from "carbon-points/carbon-points.wasm";', options: "{ wasm: engine }" };
  same(run(bundled("inside.mjs", inside, "--platform=browser", "--format=esm", "--loader:.wasm=binary", "--target=es2022")));
});
