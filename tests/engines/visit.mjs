// A browser of one of the old engines, with one page. Their own drivers are not to be had, so they are driven by the
// DevTools protocol of their time. Nothing outlives this process: not the browsers, the server, nor their folders.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const ENGINES = process.env.OLD_ENGINES_DIR;
const SHOTS = process.env.E2E_SHOTS;
const MEASURE = readFileSync(new URL("../e2e/access.js", import.meta.url), "utf8");
export const PATIENCE = { timeout: 30_000 };
const puppeteer = createRequire(join(ENGINES, "node_modules/"))("puppeteer-core");

const folders = new Set();
// Where this process ends by itself, also by an error nobody catches; the browsers are killed by puppeteer then.
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })));
for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]]) process.on(signal, () => process.exit(128 + number));

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

// Serves dist/ from a thread of this process; its address.
export async function served() {
  const port = await free();
  const server = new Worker("./.ci/serve.mjs", { env: { ...process.env, PORT: port }, stdout: true });
  await new Promise((resolve, reject) => {
    server.stdout.once("data", resolve);
    server.once("error", reject);
    server.once("exit", () => reject(new Error("dist/ cannot be served")));
  });
  return `http://127.0.0.1:${port}/`;
}

// On a busy machine such a browser now and then starts without a page, which is then waited for in vain.
async function launched(options) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await puppeteer.launch({ ...options, timeout: 10_000 });
    } catch (problem) {
      if (tries === 3) throw problem;
    }
  }
}

export class Visit {
  constructor(engine, browser, page, problems, folder) {
    Object.assign(this, { engine, browser, page, problems, folder });
  }

  static async begin(engine) {
    const own = join(ENGINES, engine);
    const folder = mkdtempSync(join(tmpdir(), "carbon-engine-"));
    folders.add(folder);
    const browser = await launched({
      // Spoken to by a pipe, a browser ends by itself when this process is gone, however that came about.
      pipe: true,
      executablePath: join(own, "chromium"),
      env: { ...process.env, LD_LIBRARY_PATH: `${join(own, "lib")}:${own}` },
      userDataDir: folder,
      // What this build of it needs: it was made to run where there is next to nothing.
      args: ["--no-sandbox", "--single-process", "--no-zygote", "--disable-gpu", "--lang=zh-CN"],
      defaultViewport: { width: 390, height: 844 },
    });
    const version = await browser.version();
    if (!version.includes(`/${engine}.`)) throw new Error(`the engine is ${version}, not ${engine}`);
    const page = await browser.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("requestfailed", (request) => problems.push(`not loaded: ${request.url()}`));
    return new Visit(engine, browser, page, problems, folder);
  }

  async see(selector, text = "") {
    const seen = (selector, text) => [...document.querySelectorAll(selector)].some((element) => element.innerText.includes(text) || element.matches("input, svg"));
    await this.page.waitForFunction(seen, PATIENCE, selector, text).catch(async () => {
      const body = await this.page.evaluate(() => document.body.innerText);
      throw new Error(`${selector} with “${text}” is not there; the page says: ${body.slice(0, 600)}`);
    });
  }

  async press(selector) {
    await this.see(selector);
    await this.page.$eval(selector, (element) => element.click());
  }

  async type(selector, text) {
    await this.see(selector);
    await this.page.focus(selector);
    await this.page.keyboard.type(text);
  }

  async go(hash, selector) {
    await this.page.evaluate((hash) => (location.hash = hash), hash);
    await this.see(selector);
  }

  // Nothing sticks out at the side, and what stands in a field is read whole.
  async looks(name) {
    // Evaluated by the driver, which the content policy does not bind.
    const found = await this.page.evaluate(`(function () { ${MEASURE} }).call(null, 0)`);
    if (found.length > 0) throw new Error(`${name}: ${found.join("; ")}`);
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await this.page.screenshot({ path: join(SHOTS, `chromium-${this.engine}-${name}.png`), fullPage: true });
    }
  }

  async shot(path) {
    await this.page.screenshot({ path }).catch(() => {});
  }

  // Ends the browser: politely, or else at once.
  async end() {
    const { pid } = this.browser.process();
    const late = new Promise((resolve) => setTimeout(resolve, 5000).unref());
    await Promise.race([this.browser.close().catch(() => {}), late]);
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
    rmSync(this.folder, { recursive: true, force: true });
    folders.delete(this.folder);
  }
}
