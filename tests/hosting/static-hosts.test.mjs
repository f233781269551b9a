// What hosts that read `_headers` make of it, for every file that `make dist` wrote, by the rules they publish:
// Cloudflare Pages applies every rule that matches and joins a header that several give by a comma; at most one asterisk in
// a path, 100 rules, 2000 characters in a line. Netlify joins too; older versions of its tools know an asterisk only at the
// end of a path. `! Name` takes a header back at Cloudflare alone.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { headers } from "../../.ci/headers.mjs";

const listed = (folder) =>
  readdirSync(join("dist", folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name)) : [join(folder, entry.name)]);
const files = listed("").filter((name) => !/\.(br|gz)$/.test(name) && !/^(_headers|SHA256SUMS|hosting\/.*)$/.test(name));

/** The rules in order: a path, and what is said for it. */
function parsed(text) {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.trim().startsWith("#"))) {
    assert.ok(line.length <= 2000, line);
    if (!/^\s/.test(line)) {
      assert.match(line, /^\/[\w.~\/-]*\*?$/, "a path with an asterisk at its end or none");
      rules.push({ path: line, said: [] });
    } else {
      const [, name, value] = /^\s+([A-Za-z-]+):\s(.+)$/.exec(line) ?? assert.fail(`neither a path nor a header: ${line}`);
      rules.at(-1).said.push([name.toLowerCase(), value]);
    }
  }
  assert.ok(rules.length <= 100);
  return rules;
}

function said(rules, path) {
  const all = {};
  for (const rule of rules) {
    const matches = rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    for (const [name, value] of matches ? rule.said : []) all[name] = name in all ? `${all[name]}, ${value}` : value;
  }
  return all;
}

for (const [folder, text] of [["/", () => readFileSync("dist/_headers", "utf8")], ["/points/", () => headers("/points/", files)], ["/a/b-c/", () => headers("/a/b-c/", files)]]) {
  test(`every file of the page in ${folder} is said about what it should be`, () => {
    const rules = parsed(text());
    for (const name of ["", ...files]) {
      const { "cache-control": life, "content-type": type, ...rest } = said(rules, folder + name);
      assert.deepEqual(rest, {
        "content-security-policy": "frame-ancestors 'self'",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "access-control-allow-origin": "*",
      }, name);
      // The rest is asked for again each time, as these hosts have it by themselves.
      assert.equal(life, /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name) ? "public, max-age=31536000, immutable" : undefined, name);
      assert.equal(type, name.endsWith(".wasm") ? "application/wasm" : name.endsWith(".webmanifest") ? "application/manifest+json" : undefined, name);
    }
    const lasting = files.filter((name) => said(rules, folder + name)["cache-control"]);
    for (const part of [/^carbon-points-.*\.js$/, /^carbon-points-.*\.wasm$/, /^later-.*\.wasm$/, /^later-.*\.css$/, /^page-.*\.css$/, /^kiosk-.*\.css$/, /^mark-.*\.svg$/]) {
      assert.ok(lasting.some((name) => part.test(name)), `${part} is asked for again each time`);
    }
    if (folder !== "/") assert.deepEqual(said(rules, "/another/page.html"), {}, "nothing is said about the rest of the site");
  });
}

test("a folder is written with both its slashes", () => {
  for (const folder of ["points", "/points", "points/", "", "/*/"]) assert.throws(() => headers(folder, []), /FOLDER/);
});
