// A resident's visit in engines as old phones, web-views and mall hardware have them, on the release build in dist/.
//   node tests/engines/record.mjs 79 83 92
import { api } from "./api.mjs";
import { embed } from "./embed.mjs";
import { PATIENCE, Visit, served } from "./visit.mjs";

const SCREENS = ["record", "record/trip", "record/utility", "record/purchase", "record/appliance", "record/action", "points", "insight", "me", "me/carry", "me/household", "rules", "statement/2026"];

async function record(visit, home) {
  await visit.page.goto(home, PATIENCE);
  await visit.see("#main[data-ready=true]");
  if (await visit.page.evaluate(() => document.querySelector("[data-testid=language]").lang === "zh-CN")) await visit.press("[data-testid=language]");
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
  await visit.press("[data-testid=end]");
  await visit.see("[data-testid=kiosk]", "点一下开始");
}

const home = await served();
let failed = false;
for (const engine of process.argv.slice(2)) {
  const visit = await Visit.begin(engine);
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
    await visit.shot(`target/e2e/chromium-${engine}.png`);
  }
  await visit.end();
}
process.exit(failed ? 1 : 0);
