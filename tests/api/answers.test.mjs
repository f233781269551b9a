// The package answers what the command line answers.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test, { before } from "node:test";
import { TODAY, golden, installed, native } from "./project.mjs";

let api;
before(async () => {
  api = await installed();
  await api.init();
});

const RULES = [
  { today: TODAY },
  { today: "2026-12-15" },
  { today: TODAY, district: "xicheng" },
  { today: TODAY, district: "chaoyang" },
  { today: TODAY, rulebook: "static/rulebooks/beijing-2026.12.json" },
  { today: TODAY, rulebook: "static/rulebooks/beijing-2026.11.json", district: "static/rulebooks/districts/chaoyang.json" },
];
/** For the package, files are their texts. */
const opened = (rules) => Object.fromEntries(Object.entries(rules).map(([name, value]) => [name, value.endsWith(".json") ? readFileSync(value, "utf8") : value]));
const flags = (rules) => Object.entries(rules).flatMap(([name, value]) => [`--${name}`, value]);

for (const rules of RULES) {
  test(`every golden case, under ${JSON.stringify(rules)}`, () => {
    assert.equal(golden.length, 42);
    const answers = native(golden.map(({ text }) => text).join("\n"), ...flags(rules)).trimEnd().split("\n");
    assert.equal(answers.length, golden.length);
    golden.forEach(({ name, text, input }, index) => {
      const answer = answers[index].replace(`{"line":${index + 1},`, "{");
      assert.equal(JSON.stringify(api.assess(text, opened(rules))), answer, name);
      assert.equal(JSON.stringify(api.assess(input, opened(rules))), answer, `${name}, as an object`);
    });
  });
}

test("the worth of every golden case is the answer's, in numbers alone", () => {
  const rules = { today: TODAY };
  const broken = ["{", JSON.stringify({ kind: "trip", "a\nb": 1 }), `"${"x".repeat(70_000)}"`];
  for (const text of [...golden.map((one) => one.text), ...broken]) {
    const { verdict, carbon_mg, air, points, reasons } = api.assess(text, rules);
    const codes = reasons.map(({ code, path }) => ({ code, path }));
    assert.deepEqual(api.worth(text, rules), { verdict, carbon_mg, air, points, reasons: codes }, text.slice(0, 200));
  }
  assert.throws(() => api.worth("{}", { person: "1" }), /only fold/);
  assert.throws(() => api.worth("{}", { today: "2026-02-30" }), /2026-02-30/);
});

test("a draft is worth what its activity would be", () => {
  const rules = { today: TODAY };
  new api.Draft(golden[0].input, rules).free();
  const trip = (km, mode) => ({ kind: "trip", date: "2026-07-15", legs: [{ mode: "walk", km: 1 }, { mode, km }] });
  const draft = new api.Draft(trip("1", "rail"), rules);
  for (const [km, mode] of [["33.8", "rail"], [0.1, "bus"], ["x", "bus"], [7, "taxi"], ["", "bike"]]) {
    assert.deepEqual(draft.set("legs[1].km", km).set("legs[1].mode", mode).worth(), api.worth(trip(String(km), mode), rules), `${km} ${mode}`);
  }
  assert.equal(draft.set("legs[1].km", 10).set("legs[1].mode", "bus").worth().carbon_mg, 10 * 52_000 + 104_000);
  // Reasons that stay are told again, and are the caller's own each time.
  draft.set("legs[1].mode", "taxi").worth().reasons.length = 0;
  assert.deepEqual(draft.set("legs[1].km", 3).worth(), api.worth(trip("3", "taxi"), rules));
  assert.ok(draft.worth().reasons.length > 0);
  assert.deepEqual(draft.set("legs[1].mode", "rail").worth().reasons, []);
  assert.deepEqual(draft.set("legs[1].mode", "taxi").worth(), api.worth(trip("3", "taxi"), rules));
  // The numbers are read where they stand, also after memory has grown.
  api.fold(Array.from({ length: 20_000 }, () => trip("1", "rail")), rules);
  assert.deepEqual(draft.worth(), api.worth(trip("3", "taxi"), rules));
  for (const path of ["legs[2].km", "legs.km", "legs[0]km", "hours", "", "legs[x].km"]) {
    assert.throws(() => draft.set(path, 1), RangeError, path);
  }
  assert.throws(() => draft.set("date", true), TypeError);
  draft.free();
  assert.equal(new api.Draft("{", rules).worth().reasons[0].code, "truncated");
});

test("golden cases come to what was worked out by hand", () => {
  for (const { name, input, expect } of golden) {
    const { verdict, carbon_mg, air, points, reasons } = api.assess(input, { today: TODAY });
    const codes = reasons.map(({ code }) => code);
    const found = { verdict, carbon_mg, air, points, reasons: codes };
    for (const member of Object.keys(expect)) assert.deepEqual(found[member], expect[member], `${name}: ${member}`);
  }
});

const LEDGERS = readdirSync("tests/api/ledgers").map((name) => [name, readFileSync(`tests/api/ledgers/${name}`, "utf8")]);
LEDGERS.push(["every golden case", golden.map(({ text }) => text).join("\n")]);

/** A fold as the command line writes it. */
function asLines({ assessments, ...last }) {
  return [...assessments, last].map((line) => `${JSON.stringify(line)}\n`).join("");
}

for (const [name, text] of LEDGERS) {
  for (const rules of RULES) {
    test(`ledger “${name}”, under ${JSON.stringify(rules)}`, () => {
      const wanted = native(text, "--ledger", ...flags(rules));
      assert.equal(asLines(api.fold(text, opened(rules))), wanted);
      const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
      if (lines.at(-1) === "") lines.pop();
      assert.equal(asLines(api.fold(lines, opened(rules))), wanted, "as a list of lines");
    });
  }
}

const household = readFileSync("tests/api/exports/household.json", "utf8");
for (const more of [{}, { person: "小满" }, { district: "none" }, { district: "xicheng", person: "1" }]) {
  test(`an export of the page, with ${JSON.stringify(more)}`, () => {
    const rules = { today: TODAY, ...more };
    assert.equal(asLines(api.fold(household, rules)), native(household, "--ledger", ...flags(rules)));
  });
}

test("an export that cannot be read, or has not the person", () => {
  assert.throws(() => api.fold(household.slice(0, 200)), /carbon-points: 第 .*\nLine /s);
  assert.throws(() => api.fold(household, { person: "nobody" }), /nobody/);
  assert.throws(() => api.assess(household, { person: "1" }), /only fold/);
});

test("an account of objects", () => {
  const metro = (km) => ({ kind: "trip", date: "2026-11-03", id: `${km} km`, legs: [{ mode: "rail", km }] });
  const { assessments, ...rest } = api.fold([metro(50), metro("1.5")], { today: TODAY });
  assert.deepEqual(assessments.map(({ line, id, points }) => [line, id, points]), [[1, "50 km", 180], [2, "1.5 km", 5]]);
  assert.deepEqual(rest, {
    totals: { carbon_mg: 3_708_000, voc_mg: 0, nox_mg: 0, upe: 0, points: 150 },
    withheld: [
      { id: "50 km", line: 1, points: 30, cap: "cap.trips_daily" },
      { id: "1.5 km", line: 2, points: 5, cap: "cap.trips_daily" },
    ],
    bonuses: [],
    expired: 0,
    as_of: TODAY,
  });
  assert.deepEqual(api.fold(new Set(), { today: TODAY }).assessments, []);
});
