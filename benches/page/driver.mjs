// Chromium behind its driver, and the release build in dist/ served on this machine: just what the measures beside it need.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// In containers and as root there is no sandbox to be had, and only a page of our own is opened.
const OPTIONS = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-quic", "--window-size=500,900"];

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

// Starts a program and waits until its output says that it listens.
async function listening(command, options, env = {}) {
  const child = spawn(command, options, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
  process.on("exit", () => child.kill());
  let said = "";
  for await (const piece of child.stdout) {
    said += piece;
    if (/http:|started successfully/.test(said)) break;
  }
  if (child.exitCode !== null) throw new Error(`${command} ended at once: ${said}`);
  child.stdout.resume?.();
  return child;
}

/** Opens a window of Chromium with an empty profile; everything ends with the function that is handed it. */
export async function inChromium(measure) {
  const [pagePort, driverPort] = [await freePort(), await freePort()];
  const profile = mkdtempSync(join(tmpdir(), "carbon-bench-"));
  const children = [
    await listening("node", [".ci/serve.mjs"], { PORT: String(pagePort) }),
    await listening("chromedriver", [`--port=${driverPort}`]),
  ];
  const ask = async (path, body, method = "POST") => {
    const answer = await fetch(`http://127.0.0.1:${driverPort}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const args = [...OPTIONS, `--user-data-dir=${profile}`];
  const { sessionId, capabilities } = await ask("/session", {
    capabilities: { alwaysMatch: { "goog:chromeOptions": { args }, timeouts: { script: 120_000, pageLoad: 120_000 } } },
  });
  const session = `/session/${sessionId}`;
  const window = {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    origin: `http://127.0.0.1:${pagePort}`,
    go: (address) => ask(`${session}/url`, { url: address }),
    /** What an asynchronous function comes to in the page. */
    run: (body, ...args) => ask(`${session}/execute/sync`, { script: `return (${body})(...arguments)`, args }),
    /** A command of the DevTools protocol. */
    devtools: (cmd, params = {}) => ask(`${session}/goog/cdp/execute`, { cmd, params }),
  };
  try {
    await measure(window);
  } finally {
    await ask(session, undefined, "DELETE").catch(() => {});
    for (const child of children) child.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
