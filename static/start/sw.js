// Keeps one version of the page whole, so that it opens without a network. .ci/finish.mjs fills in the first two lines.
//
// A version is what one build wrote, file by file with its digest: a version is kept only if every file is the build's
// own, so a page is never put together from two builds. A new version waits until no tab shows the old one, or until
// the resident agrees to it; tabs that still show the old one go on with its files. Files without a digest are the
// operator's to edit or to take away: they are kept as they are, and nothing depends on them.
const VERSION = "";
const FILES = {};

const FOLDER = new URL("./", self.location).href;
// By folder too: pages in other folders of this server have copies of their own. No folder has a space in its address.
const OURS = `carbon-points ${new URL(FOLDER).pathname} `;
const CACHE = OURS + VERSION;
// May be edited on the server at any time, and the page keeps copies of its own: asked for there first …
const RULES = "rulebooks/";
// … but no longer than this where there is a copy here: less than the page itself waits.
const PATIENCE_MS = 3000;
// Named after its contents: the same in every version.
const CONTENTS = /-[0-9a-f]{16}(_bg)?\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const answer = answered(event);
  if (answer) event.respondWith(answer);
});

async function install() {
  const before = await caches.has(CACHE);
  try {
    await keep(Object.keys(FILES));
  } catch (problem) {
    if (!before) await caches.delete(CACHE);
    throw problem;
  }
}

async function keep(names) {
  const cache = await caches.open(CACHE);
  await Promise.all(names.map(async (name) => {
    // Past the browser's own cache, which may still have the last build's file of the same name.
    const asked = fetch(FOLDER + name, { cache: "no-cache" });
    if (!FILES[name]) return asked.then((response) => keepEdited(cache, name, response)).catch(() => {});
    await keepOwn(cache, name, await asked);
  }));
}

// A file of this build and of no other; anything else is refused.
async function keepOwn(cache, name, response) {
  const what = name || "index.html";
  if (!response.ok) throw new Error(`not kept for offline use: ${what} answers ${response.status}`);
  const body = await response.arrayBuffer();
  if (FILES[name] !== await sha256(body)) throw new Error(`not kept for offline use: ${what} is not as it was built`);
  await put(cache, name, response, body);
}

// Whatever the server has of that name, unless it is a page that stands in for what is not there.
async function keepEdited(cache, name, response) {
  if (!response.ok) return;
  const body = await response.arrayBuffer();
  if (name.endsWith(".json")) JSON.parse(new TextDecoder().decode(body));
  await put(cache, name, response, body);
}

// Made anew, because an answer that was redirected may not open a page.
function put(cache, name, response, body) {
  const type = response.headers.get("content-type") || "application/octet-stream";
  return cache.put(FOLDER + name, new Response(body, { headers: { "content-type": type } }));
}

async function sha256(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The version before this one stays for tabs that show it.
async function activate() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// What this version answers; nothing for what is not its own, which the browser then fetches as ever.
function answered(event) {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, "");
  if (request.method !== "GET" || !address.startsWith(FOLDER)) return;
  const name = address.slice(FOLDER.length);
  if (request.mode === "navigate") {
    if (name !== "" && name !== "index.html") return;
    event.waitUntil(refill().catch(() => {}));
    return kept(FOLDER, request);
  }
  if (FILES[name] === "" || name.startsWith(RULES)) return edited(event, name);
  if (name in FILES || CONTENTS.test(name)) return kept(address, request);
}

async function kept(address, request) {
  const found = await (await caches.open(CACHE)).match(address);
  if (found) return found;
  const elsewhere = await caches.match(address);
  if (elsewhere && CONTENTS.test(address)) return elsewhere;
  // A whole page of another version is still a whole page: its files have other names, or are the same.
  return fetch(request).catch((problem) => elsewhere || Promise.reject(problem));
}

// Browsers may throw away what is kept. What this version lacks is asked for again, if the server still has that version.
async function refill() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const lacking = Object.keys(FILES).filter((name) => !there.has(FOLDER + name));
  if (lacking.some((name) => FILES[name])) await keep(lacking);
}

// The server's, if it answers in time, which is the copy from then on; else the copy, if there is one.
function edited(event, name) {
  const copy = async () => (await caches.open(CACHE)).match(FOLDER + name);
  const asked = fetch(event.request);
  const answer = asked.then((response) => {
    // Before anybody reads it.
    const second = response.clone();
    event.waitUntil(caches.open(CACHE).then((cache) => keepEdited(cache, name, second)).catch(() => {}));
    return response;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(copy).then((found) => found || answer);
  return Promise.race([answer.catch(async (problem) => (await copy()) || Promise.reject(problem)), late]);
}
