// What `make dist` wrote, apart from what servers say about it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const sums = readFileSync("dist/SHA256SUMS", "utf8").trimEnd().split("\n").map((line) => line.split("  "));

test("what is edited on the server has no compressed file beside it, which would be sent for ever", () => {
  for (const name of ["hosts.json", "rulebooks/districts/chaoyang.json", "rulebooks/districts/xicheng.json", "rulebooks/beijing-2026.12.json", "manifest.webmanifest"]) {
    assert.ok(existsSync(`dist/${name}`), name);
    for (const made of ["br", "gz"]) assert.ok(!existsSync(`dist/${name}.${made}`), `${name}.${made}`);
  }
});

test("every other file that compresses has two, and they are it", () => {
  for (const name of ["index.html", "sw.js", "embed.js"]) assert.ok(existsSync(`dist/${name}.br`), name);
  const made = sums.filter(([, name]) => /\.(br|gz)$/.test(name));
  for (const [, name] of made) {
    const bytes = readFileSync(`dist/${name}`);
    const whole = name.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    assert.ok(whole.equals(readFileSync(`dist/${name.slice(0, -3)}`)), name);
  }
});

test("the policy for a site names the one script that stands in the page", () => {
  const policy = readFileSync("dist/hosting/policy.txt", "utf8");
  const scripts = [...readFileSync("dist/index.html", "utf8").matchAll(/<script>([\s\S]*?)<\/script>/g)];
  assert.equal(scripts.length, 1);
  const digest = createHash("sha256").update(scripts[0][1]).digest("base64");
  assert.ok(policy.includes(`script-src 'wasm-unsafe-eval' 'sha256-${digest}' 'self';`), policy);
  assert.match(policy, /^Content-Security-Policy: default-src 'none'; .*; frame-ancestors 'self'\n$/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
});

test("the worker asks a digest of what a build wrote, and of nothing that an operator edits", () => {
  const [, list] = /=(\{(?:"[^"]*"|[\w]+):"[0-9a-f]*".*?\})/.exec(readFileSync("dist/sw.js", "utf8"));
  const files = new Function(`return ${list}`)();
  assert.match(files[""], /^[0-9a-f]{64}$/);
  for (const [name, digest] of Object.entries(files)) {
    const edited = /^(rulebooks|icons)\/|webmanifest$/.test(name);
    assert.equal(digest, edited ? "" : createHash("sha256").update(readFileSync(`dist/${name || "index.html"}`)).digest("hex"), name);
  }
  assert.equal(files["rulebooks/districts/chaoyang.json"], "");
  for (const name of Object.keys(files)) assert.doesNotMatch(name, /^(hosts\.json|embed|api|bridge|hosting)/);
});

test("what the examples embed is there when they are shown", () => {
  assert.match(execFileSync("make", ["-n", "serve"], { encoding: "utf8" }), /build\.sh[\s\S]*npm\.sh --if-older[\s\S]*serve\.mjs/);
});
