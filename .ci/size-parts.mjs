// What each crate, and each module of our own, costs in the page's two WebAssembly files, by the names of their functions.
//   node .ci/size-parts.mjs WORK   called by .ci/size-parts.sh, which leaves page.wasm and later.wasm there, with names
// Raw is the bytes of the functions. Brotli is an estimate: what the file shrinks by without them (brotli -q 9), scaled so
// that all parts together make up the file that is served (brotli -q 11). A function belongs to the crate that defines it:
// a list of entries of ours is the standard library's.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const OURS = "carbon_points";
const STANDARD = /^(core|alloc|std|compiler_builtins|dlmalloc|hashbrown|panic_abort)$/;
const LEAST = 300; // bytes; crates and modules below this are put together
const SHARE = 0.01; // of a file; what is less is estimated by what the rest of the code takes
const [work] = process.argv.slice(2);
const compressed = (bytes, quality) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

// --- Reading a module ------------------------------------------------------------------------------------------------------

function reader(bytes, at = 0) {
  return {
    at,
    get done() {
      return this.at >= bytes.length;
    },
    number() {
      for (let value = 0, scale = 1; ; scale *= 128) {
        const byte = bytes[this.at++];
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    },
    take(length) {
      return bytes.subarray(this.at, (this.at += length));
    },
    limits() {
      const most = bytes[this.at++] & 1;
      this.number();
      if (most) this.number();
    },
  };
}

/** The functions of a module, each with its name and its bytes, and everything else by the name of its section. */
function taken_apart(bytes) {
  const file = reader(bytes, 8);
  const [bodies, names, rest] = [[], new Map(), new Map()];
  let imported = 0;
  while (!file.done) {
    const [id] = file.take(1);
    const contents = file.take(file.number());
    const read = reader(contents);
    if (id === 0) {
      if (read.take(read.number()).toString() !== "name") continue;
      while (!read.done) {
        const [kind] = read.take(1);
        const part = reader(read.take(read.number()));
        if (kind !== 1) continue;
        for (let left = part.number(); left > 0; left--) {
          const index = part.number();
          names.set(index, part.take(part.number()).toString());
        }
      }
      continue;
    }
    if (id === 2) {
      for (let left = read.number(); left > 0; left--) {
        read.take(read.number());
        read.take(read.number());
        const [kind] = read.take(1);
        if (kind === 0) imported++, read.number();
        else if (kind === 1) read.take(1), read.limits();
        else if (kind === 2) read.limits();
        else read.take(2);
      }
    }
    if (id === 10) for (let left = read.number(); left > 0; left--) bodies.push(read.take(read.number()));
    else rest.set(id, contents);
  }
  return { functions: bodies.map((body, index) => ({ name: names.get(imported + index) ?? "", body })), rest };
}

// --- Whose a function is -----------------------------------------------------------------------------------------------------

/** The path that a mangled name begins with, from its crate on: `["yew", "dom_bundle", "bnode"]`; empty if it is no name of Rust. */
function path(name) {
  const root = /^_?R/.test(name) && /C(?:s[0-9A-Za-z]*_)?(?=[1-9]\d?_?[a-z])/.exec(name);
  if (!root) return [];
  const found = [];
  let rest = name.slice(root.index + root[0].length);
  for (let length; (length = /^(?:s[0-9A-Za-z]*_)?(\d+)_?/.exec(rest)); ) {
    const end = length[0].length + Number(length[1]);
    found.push(rest.slice(length[0].length, end));
    rest = rest.slice(end);
  }
  return found;
}

function owner(name) {
  const [crate, ...modules] = path(name);
  if (crate === undefined) return /__(?:wbindgen|wbg|externref)/.test(name) ? "wasm_bindgen" : "other functions";
  if (STANDARD.test(crate)) return "standard library (core, alloc, std)";
  return crate === OURS ? [crate, ...modules.slice(0, modules[0] === "domain" || modules[0] === "ui" ? 2 : 1)].join("::") : crate;
}

// --- Measuring ----------------------------------------------------------------------------------------------------------------

function parts(file, served) {
  const { functions, rest } = taken_apart(readFileSync(join(work, file)));
  if (functions.filter(({ name }) => path(name).length > 0).length < functions.length / 2) throw new Error(`most functions of ${file} have no name`);
  const raw = new Map();
  const add = (part, length) => raw.set(part, (raw.get(part) ?? 0) + length);
  for (const { name, body } of functions) add(owner(name), body.length);
  const small = new Map([...raw].filter(([, length]) => length < LEAST).map(([part]) => [part, part.startsWith(OURS) ? `${OURS}, small modules` : "small crates"]));
  for (const [part, into] of small) {
    const length = raw.get(part);
    raw.delete(part);
    add(into, length);
  }
  const of = ({ name }) => small.get(owner(name)) ?? owner(name);
  const DATA = "data: texts, figures of the rulebook, tables";
  const FRAME = "imports, exports, types, table of functions";
  const frame = [...rest].filter(([id]) => id !== 11).map(([, contents]) => contents);
  const data = rest.get(11) ?? Buffer.alloc(0);
  add(DATA, data.length);
  add(FRAME, frame.reduce((sum, { length }) => sum + length, 0));
  const without = (part) =>
    Buffer.concat([...(part === FRAME ? [] : frame), ...functions.filter((one) => of(one) !== part).map(({ body }) => body), ...(part === DATA ? [] : [data])]);
  const whole = compressed(without(), 9);
  // Of a small part that tells nothing: what brotli makes of the rest changes by more. It gets what the large ones take.
  const all = [...raw.values()].reduce((sum, one) => sum + one, 0);
  const large = [...raw.keys()].filter((part) => raw.get(part) >= all * SHARE);
  const shrunk = new Map(large.map((part) => [part, whole - compressed(without(part), 9)]));
  const code = large.filter((part) => part !== DATA && part !== FRAME);
  const ratio = code.reduce((sum, part) => sum + shrunk.get(part), 0) / code.reduce((sum, part) => sum + raw.get(part), 0);
  for (const [part, length] of raw) if (!shrunk.has(part)) shrunk.set(part, length * ratio);
  const scale = compressed(served, 11) / [...shrunk.values()].reduce((sum, one) => sum + one, 0);
  return [...raw].map(([part, length]) => ({ part, raw: length, brotli: shrunk.get(part) * scale }));
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)}`;
const files = readdirSync("dist").filter((name) => name.endsWith(".wasm"));
for (const [file, title, is] of [
  ["page.wasm", "fetched before the first screen works", (name) => !name.startsWith("later-")],
  ["later.wasm", "fetched after that", (name) => name.startsWith("later-")],
]) {
  const found = parts(file, readFileSync(join("dist", files.find(is)))).sort((a, b) => b.brotli - a.brotli);
  console.log(`${title.padEnd(52)}raw KB  brotli KB`);
  const sum = (wanted) => found.filter(wanted).reduce((total, one) => ({ raw: total.raw + one.raw, brotli: total.brotli + one.brotli }), { raw: 0, brotli: 0 });
  const line = (name, { raw, brotli }) => console.log(`${name.padEnd(50)}${kb(raw)}   ${kb(brotli)}`);
  const ours = ({ part }) => part.startsWith(OURS);
  for (const one of found.filter((one) => !ours(one))) line(one.part, one);
  line(OURS, sum(ours));
  for (const one of found.filter(ours)) line(`  ${one.part.slice(OURS.length).replace(/^::|^, /, "") || "(root)"}`, one);
  line("all", sum(() => true));
  console.log();
}
