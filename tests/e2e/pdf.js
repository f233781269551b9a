// The body of an asynchronous function of one argument, a PDF as Chromium prints it in hexadecimal digits: answers the text
// of its pages in the order in which it is drawn, without blanks. Only what Chromium writes is understood: objects one after
// another, and text as codes of fonts that say which characters their codes stand for.
const done = arguments[arguments.length - 1];
const characters = (hex) => hex.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
const file = characters(arguments[0]);

async function inflated(data) {
  const stream = new Blob([Uint8Array.from(data, (byte) => byte.charCodeAt(0))]).stream();
  const bytes = await new Response(stream.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
}

// Number of each object, with its dictionary and its stream, if it has one.
async function objects() {
  const found = new Map();
  for (const match of file.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = match.index + match[0].length;
    const head = file.slice(from, file.indexOf("endobj", from));
    const at = head.search(/stream\r?\n/);
    const dictionary = at < 0 ? head : head.slice(0, at);
    let stream = "";
    if (at >= 0) {
      const length = Number(/\/Length (\d+)/.exec(dictionary)[1]);
      const start = from + at + /stream\r?\n/.exec(head.slice(at))[0].length;
      const data = file.slice(start, start + length);
      stream = /FlateDecode/.test(dictionary) ? await inflated(data) : data;
    }
    found.set(match[1], { dictionary, stream });
  }
  return found;
}

const text = (hex) => hex.replace(/\s/g, "").match(/.{4}/g).map((unit) => String.fromCharCode(parseInt(unit, 16))).join("");

// What each code of a font stands for, and how many bytes a code has.
function codes(map) {
  const known = new Map();
  for (const [, block] of map.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code, to] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>/g)) known.set(parseInt(code, 16), text(to));
  for (const [, block] of map.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, first, last, to] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code++) {
        const start = text(to);
        const end = start.charCodeAt(start.length - 1) + code - parseInt(first, 16);
        known.set(code, start.slice(0, -1) + String.fromCharCode(end));
      }
  const [, space] = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map);
  return { known, bytes: space.length / 2 };
}

// The bytes of a string in round brackets, which a backslash keeps from being read as the end or as something else.
function literal(string) {
  const named = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return string.replace(/\\([0-7]{1,3}|\r?\n|[^])/g, (_, escaped) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : /^\r?\n/.test(escaped) ? "" : (named[escaped] ?? escaped),
  );
}

async function pages() {
  const all = await objects();
  const fonts = new Map();
  const font = (number) => {
    if (!fonts.has(number)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(all.get(number).dictionary);
      fonts.set(number, map ? codes(all.get(map[1]).stream) : null);
    }
    return fonts.get(number);
  };
  const said = [];
  for (const { dictionary } of all.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(dictionary)) continue;
    const names = new Map([.../\/Font <<([^>]*)>>/.exec(dictionary)[1].matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, number]) => [name, number]));
    const { stream } = all.get(/\/Contents (\d+) 0 R/.exec(dictionary)[1]);
    let current = null;
    let page = "";
    // What a shape alone does not tell is written beside it, until EMC; that counts, and the shape does not.
    let told = false;
    const parts = /(?:\/(ActualText) )?(?:<([0-9A-Fa-f]+)>|\(((?:\\[^]|[^\\)])*)\))|\/(\S+) [\d.]+ Tf|\b(EMC)\b/g;
    for (const [, actual, hex, round, name, end] of stream.matchAll(parts)) {
      const bytes = hex ? characters(hex) : literal(round ?? "");
      if (name) current = font(names.get(name));
      else if (end) told = false;
      else if (actual) {
        page += /^FEFF/i.test(hex ?? "") ? text(hex.slice(4)) : bytes;
        told = true;
      } else if (current && !told) {
        for (let at = 0; at < bytes.length; at += current.bytes) {
          let code = 0;
          for (const byte of bytes.slice(at, at + current.bytes)) code = code * 256 + byte.charCodeAt(0);
          // Blanks stand for nothing in some fonts.
          page += current.known.get(code) ?? "";
        }
      }
    }
    said.push(page);
  }
  // A font that draws 日 with the same shape as the radical ⽇ may name either.
  return said.map((page) => page.normalize("NFKC").replace(/[\s\u200b]/g, ""));
}

pages().then(done, (error) => done(`the PDF cannot be read: ${error.stack}`));
