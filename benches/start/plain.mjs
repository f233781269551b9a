// A page in plain JavaScript that weighs, compressed, what the release's first load weighs: the same first screen as
// markup, a few lines that answer typing, and as much code of no use as is missing. A third of that is called at the
// start, as a page calls a part of its framework; the rest is only read, as the rest of a framework is.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const compressed = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

// The same code each time: a generator of numbers with a seed of its own.
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 8;
  }
}

const WORDS = "state draft ledger entry factor share limit amount day month person view field label value list item node parent child index text size total".split(" ");

function* useless() {
  const source = numbers(20261121);
  const next = (below) => source.next().value % below;
  const word = () => WORDS[next(WORDS.length)];
  for (let place = 0; ; place += 1) {
    const [a, b, c] = [word(), `${word()}${next(90)}`, `${word()}_${next(90)}`];
    const body = [
      `const ${b} = { ${word()}: given * ${next(1000)}, ${word()}: "${word()} ${word()} ${next(10_000)}", list: [${next(99)}, ${next(999)}, ${next(9999)}] };`,
      `for (let turn = 0; turn < ${1 + next(4)}; turn += 1) ${b}.list.push(turn ^ ${next(100_000)});`,
      `const ${c} = ${b}.list.map((one) => (one % ${2 + next(60)} ? one + given : String(one).padStart(${next(9)}, "${next(9)}")));`,
      `if (${c}.length > ${next(12)}) return ${c}.filter((one) => one !== ${next(500)}).join("${a}").length + ${next(77)};`,
      `return Object.keys(${b}).reduce((sum, key) => sum + key.length * ${1 + next(9)}, ${next(77)});`,
    ];
    yield `function ${a}${place}(given) { ${body.join(" ")} }${place % 3 === 0 ? `\nsum += ${a}${place}(${next(50)});` : ""}\n`;
  }
}

/** Writes the page into a folder; its weight in bytes, compressed. */
export function plainPage(folder, markup, style, weight) {
  const head = `const field = document.querySelector("[data-testid=example] input");
const result = document.querySelector("[data-testid=result]");
field.addEventListener("input", () => { result.textContent = (Number(field.value) * 72).toFixed(0) + " g"; });
let sum = 0;
`;
  const page = `<!doctype html><html lang=zh-CN><meta charset=utf-8><title>Plain</title><link rel=stylesheet href=./page.css><body>
<script type=module>/* what a framework does is done by hand: the markup comes with the script */</script><script src=./page.js type=module></script>\n`;
  const start = `document.body.innerHTML = ${JSON.stringify(markup)};\n${head}`;
  const rest = weight - compressed(page) - compressed(style);
  const pieces = [];
  const code = useless();
  const whole = () => `${start}${pieces.join("")}document.querySelector("#main").dataset.ready = "true"; globalThis.sum = sum;\n`;
  for (let missing = rest; missing > 0; missing = rest - compressed(whole())) {
    // About 90 bytes each, compressed; the last ones one by one.
    for (let count = Math.max(1, Math.floor(missing / 200)); count > 0; count -= 1) pieces.push(code.next().value);
  }
  for (const [name, text] of [["index.html", page], ["page.css", style], ["page.js", whole()]]) writeFileSync(join(folder, name), text);
  return compressed(page) + compressed(style) + compressed(whole());
}
