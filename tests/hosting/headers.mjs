// What a server must say about each file of the page, asked of one that runs by static/hosting/nginx.conf.
//   node tests/hosting/headers.mjs http://127.0.0.1:8080/ FOLDER   FOLDER is what it serves: a copy of dist/, in which a file is edited
import assert from "node:assert";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const [home, folder] = process.argv.slice(2);
const named = (pattern) => readdirSync("dist").find((name) => pattern.test(name));

const headers = (name, encoding) => new Promise((resolve, reject) => {
  const asked = request(new URL(name, home), { headers: { "accept-encoding": encoding } }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => resolve({ status: answer.statusCode, body: Buffer.concat(parts), ...answer.headers }));
  });
  asked.on("error", reject).end();
});

// The server was started just before: it is there when it answers.
for (let tries = 0; ; tries += 1) {
  try {
    await headers("", "identity");
    break;
  } catch (problem) {
    if (tries > 500) throw problem;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const forever = /^public, max-age=31536000, immutable$/;
const asked = /^no-cache$/;
const examples = readdirSync("dist/embed");
const types = { html: /^text\/html; charset=utf-8$/, js: /javascript/, css: /^text\/css/ };
const files = [
  ["api/index.js", /javascript/, asked],
  ["api/carbon-points.wasm", /^application\/wasm$/, asked],
  ...examples.filter((name) => !name.endsWith(".md")).filter((name) => !/\.(br|gz)$/.test(name))
    .map((name) => [`embed/${name}`, types[name.split(".").pop()], asked]),
  ["", /^text\/html; charset=utf-8$/, asked],
  ["sw.js", /javascript/, asked],
  [named(/^carbon-points-.*_bg\.wasm$/), /^application\/wasm$/, forever],
  [named(/^carbon-points-.*\.js$/), /javascript/, forever],
  [named(/^later-.*\.wasm$/), /^application\/wasm$/, forever],
  [named(/^page-.*\.css$/), /^text\/css/, forever],
];
for (const [name, type, life] of files) {
  for (const [encoding, given] of [["br, gzip", "br"], ["gzip", "gzip"], ["identity", undefined]]) {
    const said = await headers(name, encoding);
    const where = `${name || "the page"} for “${encoding}”`;
    assert.equal(said.status, 200, where);
    assert.match(said["content-type"], type, where);
    assert.match(said["cache-control"], life, where);
    assert.equal(said["content-encoding"], given, where);
    assert.equal(said["x-content-type-options"], "nosniff", where);
    // What stands between may keep an answer, but not give a compressed one to everybody.
    assert.match(said.vary ?? "", /accept-encoding/i, where);
    // A sandboxed frame has no origin of its own.
    assert.equal(said["access-control-allow-origin"], "*", where);
  }
}

// What is edited on the server is sent as it is now, in whatever form the browser takes it.
const decoded = { br: brotliDecompressSync, gzip: gunzipSync, undefined: (bytes) => bytes };
const edited = [
  ["hosts.json", '{"origins":["https://www.district.example"]}\n', /^application\/json/],
  ["rulebooks/districts/chaoyang.json", readFileSync(join(folder, "rulebooks/districts/chaoyang.json"), "utf8").replace("{", "{ "), /^application\/json/],
  ["rulebooks/beijing-2026.11.json", undefined, /^application\/json/],
  ["manifest.webmanifest", undefined, /^application\/manifest\+json/],
];
for (const [name, text, type] of edited) {
  if (text) writeFileSync(join(folder, name), text);
  for (const encoding of ["br, gzip", "gzip", "identity"]) {
    const said = await headers(name, encoding);
    const where = `${name} for “${encoding}”`;
    assert.equal(said.status, 200, where);
    assert.match(said["content-type"], type, where);
    assert.match(said["cache-control"], asked, where);
    assert.equal(said["access-control-allow-origin"], "*", where);
    assert.ok(decoded[said["content-encoding"]](said.body).equals(readFileSync(join(folder, name))), `${where} is not what was edited`);
    if (said["content-encoding"]) assert.match(said.vary ?? "", /accept-encoding/i, where);
  }
}
assert.equal((await headers("rulebooks/beijing-2026.11.json", "gzip"))["content-encoding"], "gzip", "a hundred kilobytes are sent as they are");

const page = await headers("", "identity");
assert.equal(page["content-security-policy"], "frame-ancestors 'self'");
assert.equal(page["referrer-policy"], "no-referrer");
// The package and the examples are what they are elsewhere, and what an example asks for is there.
for (const [from, to] of [["dist-npm", "api"], ["static/embed", "embed"]]) {
  for (const name of readdirSync(from)) {
    assert.ok(readFileSync(`${from}/${name}`).equals(readFileSync(`dist/${to}/${name}`)), `${to}/${name} is another file than ${from}/${name}`);
  }
}
for (const name of examples.filter((name) => /\.(html|js)$/.test(name))) {
  const text = readFileSync(`dist/embed/${name}`, "utf8");
  const named = [...text.matchAll(/(?:<(?:link|script|iframe)\b[^>]*?\s(?:href|src)=|\bfrom )"([^"]+)"/g)].map(([, address]) => address);
  for (const address of named.filter((address) => !address.startsWith("data:"))) {
    assert.equal((await headers(`embed/${name}/../${address}`, "identity")).status, 200, `${address} of embed/${name}`);
  }
}
const worker = readFileSync("dist/sw.js", "utf8");
assert.ok(!/["'](embed|api)\//.test(worker), "the worker keeps what the page does without");
assert.ok(worker.includes("rulebooks/"), "this is not the worker's list");
console.log(`==> ${files.length} files are served as they should be`);
