// Keeps one version of the page whole, so that it opens without a network. .ci/finish.mjs fills in the first two lines.
//
// A version is what one build wrote, file by file with its digest: a version is kept only if every file is the build's
// own, so a page is never put together from two builds. A new version waits until no tab shows the old one, or until
// the resident agrees to it; tabs that still show the old one go on with its files.
const VERSION = "";
const FILES = {};

const OURS = "carbon-points-";
const CACHE = OURS + VERSION;
const FOLDER = new URL("./", self.location).href;
// May be edited on the server at any time, and the page keeps copies of its own: asked for there first.
const RULES = FOLDER + "rulebooks/";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const answer = answered(event.request);
  if (answer) event.respondWith(answer);
});

async function install() {
  try {
    await keep();
  } catch (problem) {
    await caches.delete(CACHE);
    throw problem;
  }
}

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(FILES).map(async ([name, digest]) => {
    const address = FOLDER + name;
    // Past the browser's own cache, which may still have the last build's file of the same name.
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const body = await response.arrayBuffer();
    if (digest && digest !== await sha256(body)) throw new Error(`${name} is of another version`);
    // Made anew, because an answer that was redirected may not open a page.
    await cache.put(address, new Response(body, { headers: { "content-type": response.headers.get("content-type") || "application/octet-stream" } }));
  }));
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
function answered(request) {
  if (request.method !== "GET") return;
  const address = request.url.replace(/[?#].*/, "");
  if (request.mode === "navigate") {
    if (address === FOLDER || address === `${FOLDER}index.html`) return kept(FOLDER, request);
    return;
  }
  if (address.startsWith(RULES)) return fetch(request).catch(() => kept(address, request));
  if (address.startsWith(FOLDER) && /-[0-9a-f]{16}(_bg)?\.\w+$/.test(address)) return kept(address, request);
  if (address.slice(FOLDER.length) in FILES) return kept(address, request);
}

async function kept(address, request) {
  const cache = await caches.open(CACHE);
  // Names with a digest are the same in every version; the others are this version's.
  return (await cache.match(address)) || (await caches.match(address)) || fetch(request);
}
