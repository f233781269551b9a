// What a server must say about each file of the page, asked of one that runs by static/hosting/nginx.conf.
//   node tests/hosting/headers.mjs http://127.0.0.1:8080/
import assert from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";

const [home] = process.argv.slice(2);
const named = (pattern) => readdirSync("dist").find((name) => pattern.test(name));

const headers = (name, encoding) => new Promise((resolve, reject) => {
  const asked = request(new URL(name, home), { headers: { "accept-encoding": encoding } }, (answer) => {
    answer.resume();
    resolve({ status: answer.statusCode, ...answer.headers });
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
  ["manifest.webmanifest", /^application\/manifest\+json/, asked],
  ["rulebooks/beijing-2026.11.json", /^application\/json/, asked],
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
  }
}
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
