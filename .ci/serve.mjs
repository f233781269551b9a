// Serves dist/ on this machine only.
//   node .ci/serve.mjs          serves until it is stopped
//   node .ci/serve.mjs --check  only says whether the port is free
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const DIST = "dist";
// Where host pages find what they embed, and the pages themselves, unless dist/ has them.
const BESIDE = { "/api/": "dist-npm", "/embed/": "static/embed" };
const HOST = "127.0.0.1";
const PORT = Number(process.env.PORT ?? 8080);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

function fail(sentence) {
  console.error(`error: ${sentence}`);
  process.exit(1);
}

function answer(request, response) {
  const refuse = (status) => response.writeHead(status, { "content-type": "text/plain" }).end(`${status}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  let name;
  try {
    name = normalize(decodeURIComponent(new URL(request.url, "http://page").pathname));
  } catch {
    return refuse(400);
  }
  const own = join(DIST, name.endsWith("/") ? `${name}index.html` : name);
  const [beside] = Object.entries(BESIDE).filter(([start]) => name.startsWith(start));
  const path = beside && !existsSync(own) ? join(beside[1], name.slice(beside[0].length)) : own;
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isFile()) return refuse(404);
  response.writeHead(200, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": status.size,
    "cache-control": "no-cache",
    // In a sandboxed frame a page has no origin of its own; its scripts load only where every origin may read them.
    "access-control-allow-origin": "*",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(path).on("error", () => response.destroy()).pipe(response);
}

if (!Number.isInteger(PORT) || PORT < 1 || PORT > 65535) fail(`PORT is ${process.env.PORT}: it must be a number from 1 to 65535.`);
const checking = process.argv.includes("--check");
if (!checking && !existsSync(join(DIST, "index.html"))) fail("there is no dist/index.html: run `make build` first.");

const server = createServer(answer);
server.on("error", (error) => {
  if (error.code === "EADDRINUSE") fail(`port ${PORT} is taken by another program: stop that, or choose another port, as in \`make serve PORT=8081\`.`);
  fail(`cannot listen on ${HOST}:${PORT}: ${error.message}`);
});
server.listen(PORT, HOST, () => {
  if (checking) return server.close();
  console.log(`==> The page is at http://${HOST}:${PORT}  (stop with Ctrl+C)`);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
