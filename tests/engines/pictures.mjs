// Takes the README's pictures anew, into tests/screenshots/, from the release build in dist/.
//   node tests/engines/pictures.mjs    (make pictures)
import { join } from "node:path";
import { PATIENCE, Visit, served } from "./visit.mjs";

const FOLDER = "tests/screenshots";
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const SCREEN = { width: 1080, height: 1920 };
const OLD = "79";
const NEWER = "92";

const home = await served();

// A new browser each, so that nothing of one picture is in the next.
async function pictured(engine, { query = "", hash = "", size = PHONE, dark = false, english = false }, steps) {
  const visit = await Visit.begin(engine);
  await visit.page.setViewport(size);
  await visit.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await visit.page.goto(`${home}${query}${hash}`, PATIENCE);
  await visit.see("#main[data-ready=true], [data-testid=kiosk], .frame iframe");
  const is = await visit.page.evaluate(() => (document.querySelector("[data-testid=language]") || {}).lang === "zh-CN");
  if (is !== english && !query.includes("kiosk") && !query.includes("embed")) await visit.press("[data-testid=language]");
  await steps(visit, async (name) => {
    await visit.page.evaluate(() => document.activeElement && document.activeElement.blur());
    await visit.page.screenshot({ path: join(FOLDER, `${name}.png`) });
    console.log(`${name}.png`);
  });
  await visit.end();
}

async function trip(visit) {
  await visit.go("#/record/trip", "[data-testid=form]");
  await visit.press("[name='legs[0].mode'][value=rail]");
  await visit.type("[name='legs[0].km']", "10");
  await visit.see("[data-testid=result]", "720");
}

async function several(visit) {
  await trip(visit);
  await visit.press("[data-testid=save]");
  await visit.see("[data-testid=totals]", "720");
  await visit.go("#/record/trip", "[data-testid=form]");
  await visit.press("[name='legs[0].mode'][value=bike]");
  await visit.type("[name='legs[0].km']", "3");
  await visit.press("[data-testid=save]");
  await visit.see("[data-testid=totals]");
  await visit.go("#/record/action", "[data-testid=form]");
  await visit.press("[name=action]");
  await visit.press("[data-testid=save]");
  await visit.see("[data-testid=totals]");
}

await pictured(NEWER, {}, (visit, take) => take("phone-first-visit"));
await pictured(NEWER, {}, async (visit, take) => {
  await trip(visit);
  await visit.press("[data-testid=why]");
  await visit.press("[data-factor='travel.rail']");
  await visit.see("[data-citation='travel.rail']", "DB11/T");
  await take("phone-why");
});
await pictured(NEWER, { dark: true }, async (visit, take) => {
  await several(visit);
  await visit.go("#/ledger", ".row");
  await take("phone-ledger-dark");
  await visit.go("#/insight", "[data-testid=chart]");
  await take("phone-insight-dark");
});
await pictured(NEWER, { size: DESK, dark: true, english: true }, async (visit, take) => {
  await trip(visit);
  await take("desktop-dark-english");
});
await pictured(NEWER, { query: "?font=20" }, async (visit, take) => {
  await trip(visit);
  await take("phone-elder");
});
await pictured(OLD, {}, async (visit, take) => {
  await trip(visit);
  await take("chromium-79-trip");
});
await pictured(NEWER, { query: "embed/iframe.html", size: DESK }, async (visit, take) => {
  await visit.page.waitForFunction(() => document.querySelector(".frame iframe").clientHeight !== 720, PATIENCE);
  await take("embedded");
});
await pictured(NEWER, { query: "?mode=kiosk&district=chaoyang&merchant=jingkelong", size: SCREEN }, async (visit, take) => {
  await visit.see("[data-testid=kiosk]", "点一下开始");
  await take("kiosk-poster");
  await visit.press("[data-testid=start]");
  await visit.press("[data-topic=trip]");
  await visit.press("[data-option='0']");
  await visit.press("[data-key='1']");
  await visit.press("[data-key='0']");
  await visit.press("[data-testid=enter]");
  await visit.see("[data-testid=ledgers]");
  await take("kiosk-outcome");
  await visit.press("[data-testid=take]");
  await visit.see("[data-testid=total]");
  await take("kiosk-away");
});
process.exit(0);
