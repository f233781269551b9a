// Puts the two WebAssembly files and their script into dist/, and makes everything there as small as it gets.
//   node .ci/finish.mjs WORK FEATURES…   WORK holds what wasm-split and wasm-bindgen wrote; FEATURES are for wasm-opt's tools
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DIST = "dist";
const [work, ...features] = process.argv.slice(2);
// The oldest engines that run the page; newer syntax is written the older way.
const engines = "--target=chrome79,firefox78,safari14.1";
const run = (command, ...options) => execFileSync(command, options, { stdio: ["ignore", "ignore", "inherit"] });
const text = (...path) => readFileSync(join(...path), "utf8");
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

// Replaces what must be there: a tool that writes something else one day is noticed.
function replaced(from, pattern, by) {
  const to = from.replace(pattern, by);
  if (to === from) throw new Error(`${pattern} is not there any more: see .ci/finish.mjs`);
  return to;
}

let index = text(DIST, "index.html");

// --- Style sheets: one for the first screen, one for the rest ---------------------------------------------------------------

const LATER = /^(forms|why|lists|household|insight|carry|points|print|statement)-/;

function bundled(name, files) {
  const sheet = join(work, `${name}.css`);
  writeFileSync(sheet, files.map((file) => text(DIST, file)).join("\n"));
  run("esbuild", sheet, "--minify", engines, "--log-level=warning", "--allow-overwrite", `--outfile=${sheet}`);
  const bundle = `${name}-${hash(text(sheet))}.css`;
  writeFileSync(join(DIST, bundle), text(sheet));
  for (const file of files) rmSync(join(DIST, file));
  return bundle;
}

const links = [...index.matchAll(/<link href=\.\/([\w-]+\.css) rel=stylesheet>/g)];
const sheets = links.map(([, name]) => name);
const style = bundled("page", sheets.filter((name) => !LATER.test(name)));
const laterStyle = bundled("later", sheets.filter((name) => LATER.test(name)));
for (const [position, [link]] of links.entries()) {
  index = replaced(index, link, position === 0 ? `<link href=./${style} rel=stylesheet>` : "");
}

// --- Imports: numbers instead of names that end in sixteen hexadecimal digits ---------------------------------------------

const script = text(work, "page.js");
const names = new Set(script.match(/__wb\w+_[0-9a-f]{16}\b/g));
const numbers = new Map([...names].map((name, number) => [name, `i${number}`]));
const numbered = (from) => from.replace(/__wb\w+_[0-9a-f]{16}\b/g, (name) => numbers.get(name) ?? name);
writeFileSync(join(work, "page.js"), numbered(script));
run("wasm-dis", ...features, join(work, "page_bg.wasm"), "-o", join(work, "page.wat"));
writeFileSync(join(work, "page.wat"), numbered(text(work, "page.wat")));
run("wasm-as", ...features, join(work, "page.wat"), "-o", join(work, "page_bg.wasm"));

// --- Names change with the contents ---------------------------------------------------------------------------------------

const later = readFileSync(join(work, "split_later.wasm"));
const laterName = `later-${hash(later)}.wasm`;
writeFileSync(join(DIST, laterName), later);

// wasm-split fetches with streaming compilation, which servers that do not know the type of WebAssembly make fail.
let loader = replaced(text(work, "__wasm_split.js"), "./split_later.wasm", `./${laterName}`);
loader = replaced(
  loader,
  "WebAssembly.instantiateStreaming(src, imports)",
  "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
);
// No screen is drawn before it has its style.
loader = replaced(loader, "return async (imports) => (", "const style = styled(); style.catch(() => {}); return async (imports) => (await style, ");
loader += `
const styled = () => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", onload: resolve, onerror: reject });
  link.href = new URL("./${laterStyle}", import.meta.url).href;
  document.head.append(link);
});
`;
writeFileSync(join(work, "__wasm_split.js"), loader);
const bundle = join(work, "bundle.js");
run("esbuild", join(work, "page.js"), "--bundle", "--minify", "--format=esm", engines, "--log-level=warning", `--outfile=${bundle}`);

const code = readFileSync(join(work, "page_bg.wasm"));
const [stem] = index.match(/carbon-points-[0-9a-f]+(?=\.js)/) ?? [];
if (!stem) throw new Error("no script is named in dist/index.html the way Trunk names it");
const newStem = `carbon-points-${hash(Buffer.concat([code, readFileSync(bundle)]))}`;
for (const name of [`${stem}.js`, `${stem}_bg.wasm`]) rmSync(join(DIST, name));
writeFileSync(join(DIST, `${newStem}.js`), readFileSync(bundle));
writeFileSync(join(DIST, `${newStem}_bg.wasm`), code);
writeFileSync(join(DIST, "index.html"), index.replaceAll(stem, newStem));
