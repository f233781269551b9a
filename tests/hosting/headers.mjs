// What a server must say about each file of the page, asked of one that runs by static/hosting/nginx.conf.
//   node tests/hosting/headers.mjs http://127.0.0.1:8080/
import assert from "node:assert";
import { readdirSync } from "node:fs";
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
const files = [
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
console.log(`==> ${files.length} files are served as they should be`);
