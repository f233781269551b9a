// What the page's worker keeps and answers, decided in static/start/sw.js, run here against a server and caches made of maps.
import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { runInNewContext } from "node:vm";

const SOURCE = readFileSync("static/start/sw.js", "utf8");
const ORIGIN = "https://points.example";
const CODE = "carbon-points-0123456789abcdef_bg.wasm";
const DISTRICT = "rulebooks/districts/chaoyang.json";
const digest = (text) => createHash("sha256").update(text).digest("hex");

/** What a browser and a server are to the workers of one origin. */
class World {
  site = new Map();
  stores = new Map();
  asked = [];
  hangs = false;
  down = false;

  caches = {
    open: async (name) => {
      if (!this.stores.has(name)) this.stores.set(name, new Map());
      const store = this.stores.get(name);
      return {
        put: async (address, response) => void store.set(address, { text: await response.text(), type: response.headers.get("content-type") }),
        match: async (address) => answer(store.get(address)),
        keys: async () => [...store.keys()].map((url) => ({ url })),
      };
    },
    has: async (name) => this.stores.has(name),
    keys: async () => [...this.stores.keys()],
    delete: async (name) => this.stores.delete(name),
    match: async (address) => answer([...this.stores.values()].map((store) => store.get(address)).find(Boolean)),
  };

  fetch = async (asked) => {
    const address = (asked.url ?? asked).replace(/[?#].*/, "");
    this.asked.push(address);
    if (this.hangs) return new Promise(() => {});
    if (this.down) throw new TypeError("no network");
    const text = this.site.get(address);
    return text === undefined ? new Response("not found", { status: 404 }) : new Response(text, { headers: { "content-type": "text/plain" } });
  };

  /** Puts a build into a folder: the page, its code, and a district; answers with what its worker is told. */
  build(folder, name) {
    const files = { "": `page of ${name}`, [CODE]: `code of ${name}`, [DISTRICT]: `{"of":"${name}"}`, "manifest.webmanifest": "{}" };
    for (const [path, text] of Object.entries(files)) this.site.set(ORIGIN + folder + path, text);
    return { version: name, files: { "": digest(files[""]), [CODE]: digest(files[CODE]), [DISTRICT]: "", "manifest.webmanifest": "" } };
  }

  worker(folder, { version, files }) {
    const heard = {};
    const timers = [];
    const self = { location: `${ORIGIN}${folder}sw.js`, addEventListener: (kind, told) => (heard[kind] = told), clients: { claim: async () => {} }, skipWaiting() {} };
    const text = SOURCE.replace('VERSION = ""', `VERSION = "${version}"`).replace("FILES = {}", `FILES = ${JSON.stringify(files)}`);
    const setTimeout = (told, after) => timers.push({ told, after });
    runInNewContext(text, { self, caches: this.caches, fetch: this.fetch, crypto: webcrypto, Response, URL, TextDecoder, setTimeout });
    const tell = async (kind, event) => {
      const waits = [];
      heard[kind]({ ...event, waitUntil: (promise) => waits.push(promise), respondWith: (promise) => (event.answer = promise) });
      const answered = await event.answer;
      await Promise.all(waits);
      return answered;
    };
    const ask = async (path, mode = "cors") => {
      const answered = await tell("fetch", { request: { method: "GET", url: ORIGIN + folder + path, mode } });
      return answered && { status: answered.status, text: await answered.text() };
    };
    return { install: () => tell("install", {}), activate: () => tell("activate", {}), ask, timers };
  }

  async visited(folder, build) {
    const worker = this.worker(folder, build);
    await worker.install();
    await worker.activate();
    return worker;
  }
}

const answer = (kept) => kept && new Response(kept.text, { headers: { "content-type": kept.type } });

test("what is kept opens without a network", async () => {
  const world = new World();
  const worker = await world.visited("/a/", world.build("/a/", "one"));
  world.down = true;
  assert.equal((await worker.ask("?district=xicheng", "navigate")).text, "page of one");
  assert.equal((await worker.ask("index.html", "navigate")).text, "page of one");
  assert.equal((await worker.ask(CODE)).text, "code of one");
  assert.equal((await worker.ask(DISTRICT)).text, '{"of":"one"}');
  assert.equal(await worker.ask("hosts.json"), undefined, "who may speak with the page is never kept");
});

test("a version is kept whole or not at all", async () => {
  for (const [name, text] of [["", "page with a script put in by the network"], [CODE, undefined]]) {
    const world = new World();
    const build = world.build("/", "one");
    if (text === undefined) world.site.delete(`${ORIGIN}/${name}`);
    else world.site.set(`${ORIGIN}/${name}`, text);
    await assert.rejects(world.worker("/", build).install(), (problem) => problem.message.includes("not kept for offline use") && problem.message.includes(name || "index.html"));
    assert.equal(world.stores.size, 0);
  }
});

test("what the operator takes away or edits is not missed", async () => {
  const world = new World();
  const build = world.build("/", "one");
  world.site.delete(`${ORIGIN}/${DISTRICT}`);
  world.site.set(`${ORIGIN}/manifest.webmanifest`, '{"name":"区里的"}');
  const worker = await world.visited("/", build);
  assert.equal((await worker.ask(DISTRICT)).status, 404);
  // Put there later, it is kept from the first time that it is asked for, and then as it was last seen.
  for (const text of ['{"put":"there"}', '{"put":"there again"}']) {
    world.site.set(`${ORIGIN}/${DISTRICT}`, text);
    assert.equal((await worker.ask(DISTRICT)).text, text);
  }
  world.down = true;
  assert.equal((await worker.ask("", "navigate")).text, "page of one");
  assert.equal((await worker.ask(DISTRICT)).text, '{"put":"there again"}');
  assert.equal((await worker.ask("manifest.webmanifest")).text, '{"name":"区里的"}');
});

test("a page that stands in for a file is not kept as that file", async () => {
  const world = new World();
  const build = world.build("/", "one");
  const worker = await world.visited("/", build);
  world.site.set(`${ORIGIN}/${DISTRICT}`, "<!doctype html>please sign in");
  assert.match((await worker.ask(DISTRICT)).text, /sign in/);
  world.down = true;
  assert.equal((await worker.ask(DISTRICT)).text, '{"of":"one"}');
});

test("folders of one server leave each other alone", async () => {
  const world = new World();
  const folders = ["/", "/a/", "/a/b/", "/points/"];
  const workers = {};
  for (const folder of folders) workers[folder] = await world.visited(folder, world.build(folder, "one"));
  // Newer versions, one after the other, and one that cannot be kept.
  for (const version of ["two", "three", "four"]) workers["/a/"] = await world.visited("/a/", world.build("/a/", version));
  const broken = world.build("/points/", "one");
  world.stores.delete("carbon-points /points/ one");
  world.site.delete(`${ORIGIN}/points/${CODE}`);
  await assert.rejects(world.worker("/points/", broken).install());
  world.down = true;
  for (const [folder, page] of [["/", "one"], ["/a/", "four"], ["/a/b/", "one"]]) {
    assert.equal((await workers[folder].ask("", "navigate")).text, `page of ${page}`, folder);
    assert.equal((await workers[folder].ask(CODE)).text, `code of ${page}`, folder);
  }
  assert.deepEqual([...world.stores.keys()].sort(), ["carbon-points / one", "carbon-points /a/ four", "carbon-points /a/ three", "carbon-points /a/b/ one"]);
});

test("an installation that fails takes nothing away", async () => {
  const world = new World();
  const build = world.build("/", "one");
  const worker = await world.visited("/", build);
  world.down = true;
  await assert.rejects(world.worker("/", build).install());
  assert.equal((await worker.ask("", "navigate")).text, "page of one");
});

test("what the browser threw away is fetched again", async () => {
  const world = new World();
  const build = world.build("/", "one");
  const worker = await world.visited("/", build);
  for (const lost of [[`${ORIGIN}/`], [`${ORIGIN}/${CODE}`], [...world.stores.get("carbon-points / one").keys()]]) {
    for (const address of lost) world.stores.get("carbon-points / one").delete(address);
    assert.equal((await worker.ask("", "navigate")).text, "page of one");
    world.down = true;
    assert.equal((await worker.ask("", "navigate")).text, "page of one");
    assert.equal((await worker.ask(CODE)).text, "code of one");
    assert.equal((await worker.ask(DISTRICT)).text, '{"of":"one"}');
    world.down = false;
  }
  // Whole again, and nothing more is asked for.
  world.asked.length = 0;
  await worker.ask("", "navigate");
  assert.deepEqual(world.asked, []);
});

test("what the browser threw away is not taken from another version", async () => {
  const world = new World();
  const build = world.build("/", "one");
  const worker = await world.visited("/", build);
  world.stores.get("carbon-points / one").clear();
  world.build("/", "two");
  // The server's page is whole as it is; it is not kept under the name of another version.
  assert.equal((await worker.ask("", "navigate")).text, "page of two");
  const kept = [...world.stores.get("carbon-points / one")].filter(([address]) => build.files[address.slice(ORIGIN.length + 1)]);
  assert.deepEqual(kept, []);
});

test("a network that hangs keeps nobody waiting for what is kept", async () => {
  const world = new World();
  const worker = await world.visited("/", world.build("/", "one"));
  world.hangs = true;
  assert.equal((await worker.ask("", "navigate")).text, "page of one");
  const asked = worker.ask(DISTRICT);
  const [{ told, after }] = worker.timers;
  // Less than the page waits (src/platform/fetch.rs).
  assert.ok(after >= 1000 && after < 8000, `${after} ms`);
  told();
  assert.equal((await asked).text, '{"of":"one"}');
});

test("a slow network is waited for where nothing is kept", async () => {
  const world = new World();
  const build = world.build("/", "one");
  world.site.delete(`${ORIGIN}/${DISTRICT}`);
  const worker = await world.visited("/", build);
  world.site.set(`${ORIGIN}/${DISTRICT}`, '{"late":true}');
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  const prompt = world.fetch;
  world.fetch = (asked) => arrived.then(() => prompt(asked));
  const slow = world.worker("/", build);
  const asked = slow.ask(DISTRICT);
  slow.timers[0].told();
  arrive();
  assert.equal((await asked).text, '{"late":true}');
});

test("each folder's page is an application of its own", () => {
  const manifest = JSON.parse(readFileSync("static/manifest.webmanifest", "utf8"));
  const identity = (folder) => {
    const start = new URL(manifest.start_url, `${ORIGIN}${folder}manifest.webmanifest`);
    // As the standard has it: an id is resolved against the origin of the first address, which stands in for it if there is none.
    return manifest.id === undefined ? start.href : new URL(manifest.id, start.origin).href;
  };
  assert.equal(identity("/a/"), `${ORIGIN}/a/`);
  assert.notEqual(identity("/a/"), identity("/b/"));
});
