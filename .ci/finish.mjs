// Puts the two WebAssembly files and their script into dist/, and makes everything there as small as it gets.
//   node .ci/finish.mjs WORK FEATURES…   WORK holds what wasm-split and wasm-bindgen wrote; FEATURES are for wasm-opt's tools
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ordered } from "./order.mjs";

const DIST = "dist";
const START = "static/start";
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

const LATER = /^(elder|forms|why|lists|household|insight|carry|points|host|print|statement)-/;
// Its rules for paper would be the paper of every page: only a public screen has it.
const KIOSK = /^kiosk-/;

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
const style = bundled("page", sheets.filter((name) => !LATER.test(name) && !KIOSK.test(name)));
const laterStyle = bundled("later", sheets.filter((name) => LATER.test(name)));
const kioskStyle = bundled("kiosk", sheets.filter((name) => KIOSK.test(name)));
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
// Branches that are found anew from the plain control flow compress better: half a kilobyte.
run("wasm-opt", ...features, "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused", join(work, "page_bg.wasm"), "-o", join(work, "page_bg.wasm"));

for (const part of ["page_bg", "split_later"]) ordered(join(work, `${part}.wasm`), features);

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
const sheets = ["./${laterStyle}"].concat(/[?&]mode=kiosk(&|$)/.test(location.search) ? "./${kioskStyle}" : []);
const styled = () => Promise.all(sheets.map((sheet) => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", onload: resolve, onerror: reject });
  link.href = new URL(sheet, import.meta.url).href;
  document.head.append(link);
})));
`;
writeFileSync(join(work, "__wasm_split.js"), loader);

const code = readFileSync(join(work, "page_bg.wasm"));
const codeName = `carbon-points-${hash(code)}_bg.wasm`;
writeFileSync(join(DIST, codeName), code);
const bundle = join(work, "bundle.js");
writeFileSync(join(work, "start.js"), replaced(text(START, "start.js"), "CODE", codeName));
run("esbuild", join(work, "start.js"), "--bundle", "--minify", "--format=esm", engines, "--log-level=warning", `--outfile=${bundle}`);
const scriptName = `carbon-points-${hash(readFileSync(bundle))}.js`;
writeFileSync(join(DIST, scriptName), readFileSync(bundle));

// Trunk's names, and its start script, which stands in the page: that is what the content policy forbids.
const [stem] = index.match(/carbon-points-[0-9a-f]+(?=\.js)/) ?? [];
if (!stem) throw new Error("no script is named in dist/index.html the way Trunk names it");
for (const name of [`${stem}.js`, `${stem}_bg.wasm`]) rmSync(join(DIST, name));
index = replaced(index, /<script type=module>[\s\S]*?<\/script>/, `<script src=./${scriptName} type=module></script>`);
// The script is asked for as early as that link would; Firefox reports an error for a module that is preloaded twice.
index = replaced(index, /<link crossorigin href=\.\/[\w.-]+ rel=modulepreload>/, "");
index = index.replaceAll(`${stem}.js`, scriptName).replaceAll(`${stem}_bg.wasm`, codeName);

// --- Content policy -------------------------------------------------------------------------------------------------------

const policy = (script) =>
  [
    "default-src 'none'",
    `${script} 'self'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
// See static/start/guard.js. What `default-src` says holds for WebAssembly too, so the looser one does without it.
const strict = policy("script-src 'wasm-unsafe-eval'");
const loose = policy("script-src-elem").replace("default-src 'none'; ", "object-src 'none'; frame-src 'none'; font-src 'none'; media-src 'none'; script-src-attr 'none'; ");
const guardFile = join(work, "guard.js");
writeFileSync(guardFile, replaced(replaced(text(START, "guard.js"), "STRICT", strict), "LOOSE", loose));
run("esbuild", guardFile, "--minify", "--target=es5", "--log-level=warning", "--allow-overwrite", `--outfile=${guardFile}`);
const guard = `<script>${text(guardFile).trim()}</script><meta http-equiv=Content-Security-Policy content="${strict}"><!---->`;
index = replaced(index, "<meta charset=utf-8>", `<meta charset=utf-8>${guard}`);
writeFileSync(join(DIST, "index.html"), index);
// The same for a server that has a policy of its own for all its pages, which must know the one script that stands in the page.
const inPage = `'sha256-${createHash("sha256").update(text(guardFile).trim()).digest("base64")}'`;
mkdirSync(join(DIST, "hosting"), { recursive: true });
writeFileSync(
  join(DIST, "hosting", "policy.txt"),
  `Content-Security-Policy: ${policy(`script-src 'wasm-unsafe-eval' ${inPage}`)}; frame-ancestors 'self'\n`,
);

// --- Offline: a worker that knows every file of this build by its digest -----------------------------------------------------

const listed = (folder) =>
  readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name)) : [join(folder, entry.name)]);
const digest = (name) => createHash("sha256").update(readFileSync(join(DIST, name))).digest("hex");
// What the operator may edit or take away is none of this build's then: it has no digest here, and the page works without.
const EDITED = /^(rulebooks|icons)\/|^manifest\.webmanifest$/;
// What the page does without, or must not keep: who may speak with it, the bridge, what is for other pages and for servers.
const files = Object.fromEntries(
  listed("")
    .filter((name) => !/^(rulebooks\/(schema|README)|embed|api|hosting|bridge|hosts)\b/.test(name))
    .sort()
    .map((name) => [name === "index.html" ? "" : name, EDITED.test(name) ? "" : digest(name)]),
);
let worker = text(START, "sw.js");
// Of the worker too: two that differ only in what they do must not share what they keep.
worker = replaced(worker, 'VERSION = ""', `VERSION = "${hash(worker + JSON.stringify(files))}"`);
worker = replaced(worker, "FILES = {}", `FILES = ${JSON.stringify(files)}`);
writeFileSync(join(DIST, "sw.js"), worker);
run("esbuild", join(DIST, "sw.js"), "--minify", engines, "--log-level=warning", "--allow-overwrite", `--outfile=${join(DIST, "sw.js")}`);
