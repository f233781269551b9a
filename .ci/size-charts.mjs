// Measures what the charts cost, brotli -q 11, against their budget: the second WebAssembly file and its style sheet with
// and without them. "Without" is the file of which every function of the charts is emptied, and whatever only they used
// is removed; the texts, which no tool can tell apart in the data, are counted as they stand in the source.
//   node .ci/size-charts.mjs WORK   after .ci/build.sh; WORK is target/split, where it leaves the named second file
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 15_000; // bytes; 1 KB = 1000 bytes
const work = process.argv[2];
const FEATURES = ["--mvp-features", "--enable-mutable-globals"];
// src/ui/chart, what it draws with, and the sections of src/ui/insight that draw only.
const CHARTS = /2ui5chart|2ui7insight4year|8what_if6beside|7insight4(?:axis|bars)|7insight(?:7figures|6months)/;
const CHART_STYLE = /\.(?:chart|pair|numbers|told|hatch|swatch)/;
const CHART_TEXT = /^ {4}(?:chart_|pair_|month_|sum|month:|year_picture|what_if_(?:then|lately|picture))/;

function fail(sentence) {
  console.error(`error: ${sentence}`);
  process.exit(1);
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

// --- WebAssembly ----------------------------------------------------------------------------------------------------------

function reader(bytes, at = 0) {
  return {
    at,
    number() {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[this.at++];
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    take(length) {
      return bytes.subarray(this.at, (this.at += length));
    },
  };
}

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

// The sections of a module: id and contents.
function sections(bytes) {
  const found = [];
  const read = reader(bytes, 8);
  while (read.at < bytes.length) {
    const id = bytes[read.at++];
    found.push({ id, contents: read.take(read.number()) });
  }
  return found;
}

const named = (contents) => {
  const read = reader(contents);
  return [read.take(read.number()).toString(), read];
};

// The body of a function that does nothing, by its results. One that traps would take the code after every call along.
const NOTHING = { 0x7f: [0x41, 0], 0x7e: [0x42, 0], 0x7d: [0x43, 0, 0, 0, 0], 0x7c: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] };

function results(all) {
  const types = [];
  const of = [];
  for (const { id, contents } of all) {
    const read = reader(contents);
    if (id === 1) {
      for (let left = read.number(); left > 0; left--) {
        read.at++;
        read.take(read.number());
        types.push([...read.take(read.number())]);
      }
    }
    if (id === 3) for (let left = read.number(); left > 0; left--) of.push(types[read.number()]);
  }
  return of;
}

// Numbers of the functions whose name matches, and how many functions are imported.
function matching(all) {
  let imported = 0;
  const numbers = new Set();
  for (const { id, contents } of all) {
    if (id === 2) {
      const read = reader(contents);
      for (let left = read.number(); left > 0; left--) {
        read.take(read.number());
        read.take(read.number());
        const kind = contents[read.at++];
        if (kind === 0) imported++, read.number();
        else if (kind === 1) read.at++, limits(contents, read);
        else if (kind === 2) limits(contents, read);
        else read.at += 2;
      }
    }
    if (id !== 0) continue;
    const [name, read] = named(contents);
    if (name !== "name") continue;
    while (read.at < contents.length) {
      const part = contents[read.at++];
      const end = read.number() + read.at;
      if (part === 1) {
        for (let left = read.number(); left > 0; left--) {
          const number = read.number();
          if (CHARTS.test(read.take(read.number()).toString())) numbers.add(number);
        }
      }
      read.at = end;
    }
  }
  return [numbers, imported];
}

function limits(contents, read) {
  const most = contents[read.at++] & 1;
  read.number();
  if (most) read.number();
}

// The module with the bodies of these functions emptied.
function emptied(bytes) {
  const all = sections(bytes);
  const [numbers, imported] = matching(all);
  const returned = results(all);
  if (numbers.size < 5) fail(`only ${numbers.size} functions of the charts have names: see .ci/size-charts.mjs`);
  const parts = [bytes.subarray(0, 8)];
  for (const { id, contents } of all) {
    let body = contents;
    if (id === 10) {
      const read = reader(contents);
      const count = read.number();
      const bodies = [leb(count)];
      for (let number = imported; number < imported + count; number++) {
        const code = read.take(read.number());
        // No locals, its results, `end`.
        const nothing = () => Buffer.from([0, ...returned[number - imported].flatMap((type) => NOTHING[type]), 0x0b]);
        const kept = numbers.has(number) ? nothing() : code;
        bodies.push(leb(kept.length), kept);
      }
      body = Buffer.concat(bodies);
    }
    parts.push(Buffer.from([id]), leb(body.length), body);
  }
  return [Buffer.concat(parts), numbers.size];
}

function optimised(bytes, name) {
  const path = join(work, name);
  writeFileSync(path, bytes);
  const options = [...FEATURES, "-Oz", "--one-caller-inline-max-function-size=0", "-Oz", "--strip-debug", "--strip-producers", "--quiet"];
  execFileSync("wasm-opt", [...options, path, `--output=${path}`], { stdio: ["ignore", "ignore", "ignore"] });
  return brotli(readFileSync(path));
}

const later = readFileSync(join(work, "later_named.wasm"));
const [without, functions] = emptied(later);
const code = optimised(later, "with_charts.wasm") - optimised(without, "without_charts.wasm");

// --- Style sheet and texts ------------------------------------------------------------------------------------------------

const sheet = readdirSync("dist").find((name) => /^later-.*\.css$/.test(name));
if (!sheet) fail("there is no dist/later-….css: run `make build` first.");
const style = readFileSync(join("dist", sheet), "utf8");
const plain = style.replace(/[^{}]+\{[^{}]*\}/g, (rule) => (CHART_STYLE.test(rule.split("{")[0]) ? "" : rule));
const css = brotli(Buffer.from(style)) - brotli(Buffer.from(plain));
const lines = readFileSync("src/i18n/text/insight.rs", "utf8").split("\n").filter((line) => CHART_TEXT.test(line));
const texts = brotli(Buffer.from(lines.map((line) => line.replace(/^[^"]*/, "")).join("\n")));

const kb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(6)} KB`;
console.log(`charts, brotli -q 11: code ${kb(code)} (${functions} functions), style ${kb(css)}, texts ${kb(texts)}`);
const total = code + css + texts;
console.log(`total ${kb(total).trim()} of ${(BUDGET / 1000).toFixed(1)} KB allowed`);
if (!(code > 0 && css > 0 && texts > 0)) fail("a part of the charts was not found: see .ci/size-charts.mjs");
if (total > BUDGET) fail(`the charts are ${((total - BUDGET) / 1000).toFixed(1)} KB over their budget.`);
