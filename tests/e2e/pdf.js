// The body of an asynchronous function of one argument, a PDF as Chromium or Firefox prints it in hexadecimal digits: answers
// the text of its pages in the order in which it is drawn, without blanks. Only what these two write is understood: objects one
// after another or packed into others, and text as codes of fonts that say which characters their codes stand for. Firefox
// does not know that of every shape; where it does not, U+FFFD stands for one character.
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
      const [, said, elsewhere] = /\/Length (\d+)( 0 R)?/.exec(dictionary);
      const length = Number(elsewhere ? new RegExp(`\\n${said} 0 obj\\s+(\\d+)`).exec(file)[1] : said);
      const start = from + at + /stream\r?\n/.exec(head.slice(at))[0].length;
      const data = file.slice(start, start + length);
      stream = /FlateDecode/.test(dictionary) ? await inflated(data) : data;
    }
    found.set(match[1], { dictionary, stream });
    if (/\/Type \/ObjStm/.test(dictionary)) {
      const first = Number(/\/First (\d+)/.exec(dictionary)[1]);
      const index = stream.slice(0, first).trim().split(/\s+/).map(Number);
      for (let at = 0; at + 1 < index.length; at += 2)
        found.set(String(index[at]), { dictionary: stream.slice(first + index[at + 1], first + (index[at + 3] ?? stream.length)), stream: "" });
    }
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
  // In the order of the tree, which has no branches in what Firefox writes; Chromium writes them one after another.
  const kids = [...all.values()].map(({ dictionary }) => /\/Type \/Pages[^]*?\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1]).filter(Boolean);
  const inTree = kids.length === 1 ? [...kids[0].matchAll(/(\d+) 0 R/g)].map(([, number]) => all.get(number)) : [...all.values()];
  for (const { dictionary } of inTree) {
    if (!/\/Type \/Page\b(?!s)/.test(dictionary)) continue;
    const resources = /\/Resources (\d+) 0 R/.exec(dictionary);
    const fontsOfPage = /\/Font <<([^>]*)>>/.exec(resources ? all.get(resources[1]).dictionary : dictionary)[1];
    const names = new Map([...fontsOfPage.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, number]) => [name, number]));
    const { stream } = all.get(/\/Contents (\d+) 0 R/.exec(dictionary)[1]);
    let current = null;
    let page = "";
    // What a shape alone does not tell is written beside it, until EMC; that counts, and the shape does not.
    let told = false;
    const parts = /(?:\/(ActualText) )?(?:<([0-9A-Fa-f\s]+)>|\(((?:\\[^]|[^\\)])*)\))|\/(\S+) [\d.]+ Tf|\b(EMC)\b/g;
    for (const [, actual, hex, round, name, end] of stream.matchAll(parts)) {
      const bytes = hex ? characters(hex.replace(/\s/g, "")) : literal(round ?? "");
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
  // A font that draws 日 with the same shape as the radical ⽇ may name either; likewise dashes and dots of one shape.
  return said.map((page) => page.normalize("NFKC").replace(/[\u2010-\u2015]/g, "-").replace(/[\u2022\u2027\u30fb]/g, "\u00b7").replace(/[\s\u200b]/g, ""));
}

pages().then(done, (error) => done(`the PDF cannot be read: ${error.stack}`));
