// The npm package in an old engine: the example page, and every golden case through the module.
import { readFileSync } from "node:fs";

const golden = readFileSync("tests/golden/cases.jsonl", "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

export async function api(visit, home) {
  await visit.page.goto(`${home}embed/api.html`, { timeout: 30_000 });
  await visit.see("[data-testid=carbon]", "720");
  await visit.press("#why summary");
  await visit.see("[data-testid=steps]", "72 克/人公里");
  await visit.press("[data-testid=add]");
  await visit.see("[data-testid=total]", "36 分");
  await visit.looks("api");

  const found = await visit.page.evaluate(async (inputs) => {
    const { assess, init } = await import("/api/index.js");
    await init();
    return inputs.map((input) => assess(input, { today: "2026-11-21" }));
  }, golden.map(({ input }) => input));
  golden.forEach(({ name, expect }, index) => {
    const { verdict, carbon_mg, air, points, reasons } = found[index];
    const came = { verdict, carbon_mg, air, points, reasons: reasons.map(({ code }) => code) };
    for (const member of Object.keys(expect)) {
      const [is, should] = [came, expect].map((one) => JSON.stringify(one[member]));
      if (is !== should) throw new Error(`${name}: ${member} is ${is} instead of ${should}`);
    }
  });
}
