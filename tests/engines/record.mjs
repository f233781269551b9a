// A resident's visit in engines as old phones, web-views and mall hardware have them, on the release build in dist/.
//   node tests/engines/record.mjs 79 83 92
// Their own drivers are not to be had, so they are driven by the DevTools protocol of their time.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api } from "./api.mjs";
import { embed } from "./embed.mjs";

const ENGINES = process.env.OLD_ENGINES_DIR;
const SHOTS = process.env.E2E_SHOTS;
const PATIENCE = { timeout: 30_000 };
const MEASURE = readFileSync(new URL("../e2e/access.js", import.meta.url), "utf8");
const SCREENS = ["record", "record/trip", "record/utility", "record/purchase", "record/appliance", "record/action", "points", "insight", "me", "me/carry", "me/household", "rules", "statement/2026"];
const puppeteer = createRequire(join(ENGINES, "node_modules/"))("puppeteer-core");

const free = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function served() {
  const port = await free();
  const child = spawn("node", [".ci/serve.mjs"], { env: { ...process.env, PORT: port }, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve, reject) => child.stdout.once("data", resolve) && child.once("exit", reject));
  return { home: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}

class Visit {
  constructor(engine, browser, page, problems) {
    Object.assign(this, { engine, browser, page, problems });
  }

  static async begin(engine, folder) {
    const own = join(ENGINES, engine);
    const browser = await puppeteer.launch({
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
    return new Visit(engine, browser, page, problems);
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
}

async function record(visit, home) {
  await visit.page.goto(home, PATIENCE);
  await visit.see("#main[data-ready=true]");
  if (await visit.page.evaluate(() => document.documentElement.lang === "en")) await visit.press("[data-testid=language]");
  await visit.see("html[lang=zh-CN]");
  await visit.looks("first-visit");

  await visit.go("#/record/trip", "[data-testid=form]");
  await visit.press("[name='legs[0].mode'][value=rail]");
  await visit.type("[name='legs[0].km']", "10");
  await visit.see("[data-testid=result]", "720");
  await visit.looks("trip");
  await visit.press("[data-testid=why]");
  await visit.see("[data-factor='travel.rail']");
  await visit.looks("why");
  await visit.press("[data-testid=save]");
  await visit.see("[data-testid=totals]", "720");
  await visit.looks("home");

  await visit.go("#/ledger", ".row");
  await visit.looks("ledger");
  await visit.press(".row");
  await visit.see("[data-testid=correct]");
  await visit.looks("entry");
  for (const screen of SCREENS) {
    await visit.go(`#/${screen}`, `#main[data-view='/${screen}'] #title`);
    await visit.looks(screen.replace(/\W/g, "-"));
  }
  // In the version for the elderly.
  await visit.page.goto(`${home}?font=20&district=chaoyang`, PATIENCE);
  await visit.see("html[data-elder] [data-testid=totals]", "720");
  await visit.looks("elder-home");
  for (const screen of SCREENS) {
    await visit.go(`#/${screen}`, `#main[data-view='/${screen}'] #title`);
    await visit.looks(`elder-${screen.replace(/\W/g, "-")}`);
  }

  // What was saved is there after the page is opened again.
  await visit.page.goto(home, PATIENCE);
  await visit.see("[data-testid=totals]", "720");
}

// Mall hardware is as old: a session on the public screen, up to its code, and its end.
async function stranger(visit, home) {
  await visit.page.setViewport({ width: 1080, height: 1920 });
  await visit.page.goto(`${home}?mode=kiosk`, PATIENCE);
  await visit.see("[data-testid=kiosk]", "点一下开始");
  await visit.looks("kiosk-poster");
  await visit.press("[data-testid=start]");
  await visit.press("[data-topic=trip]");
  await visit.press("[data-option='0']");
  await visit.press("[data-key='1']");
  await visit.press("[data-key='0']");
  await visit.looks("kiosk-number");
  await visit.press("[data-testid=enter]");
  await visit.see("[data-testid=ledgers]", "720");
  await visit.looks("kiosk-outcome");
  await visit.press("[data-testid=take]");
  await visit.see("[data-testid=total]", "36");
  await visit.looks("kiosk-away");
  await visit.press("[data-testid=finish]");
  await visit.see("[data-testid=kiosk]", "点一下开始");
}

const { home, stop } = await served();
let failed = false;
for (const engine of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), "carbon-engine-"));
  const visit = await Visit.begin(engine, folder);
  try {
    await record(visit, home);
    await embed(visit, home);
    await api(visit, home);
    await stranger(visit, home);
    if (visit.problems.length > 0) throw new Error(visit.problems.join("; "));
    console.log(`Chromium ${engine} ... ok`);
  } catch (problem) {
    failed = true;
    console.log(`Chromium ${engine} ... FAILED: ${problem.message}`);
    await visit.page.screenshot({ path: `target/e2e/chromium-${engine}.png` }).catch(() => {});
  }
  await visit.browser.close();
  rmSync(folder, { recursive: true, force: true });
}
stop();
process.exit(failed ? 1 : 0);
