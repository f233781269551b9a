// Whatever stands in for an activity is answered; rules that cannot be used are an error that says why.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { PACKAGE, TODAY, anew, installed } from "./project.mjs";

const WALK = { kind: "trip", date: "2026-07-15", legs: [{ mode: "walk", km: 1 }] };
let api;
before(async () => {
  api = await installed();
  await api.init();
});

const circle = { kind: "trip" };
circle.legs = [circle];
const deep = (levels) => (levels === 0 ? 1 : [deep(levels - 1)]);
const HOSTILE = {
  undefined: [undefined, "wrong_type"],
  null: [null, "wrong_type"],
  "a number": [5, "wrong_type"],
  "a function": [() => 5, "wrong_type"],
  "a symbol": [Symbol("walk"), "wrong_type"],
  "a list": [[WALK], "wrong_type"],
  "an empty text": ["", "truncated"],
  "half a text": ['{"kind":', "truncated"],
  "no JSON": ["walk", "not_json"],
  "a circle": [circle, "not_json"],
  "what will not be written": [{ toJSON() { throw new Error("no"); } }, "not_json"],
  "what will not be read": [new Proxy({}, { ownKeys() { throw new Error("no"); } }), "not_json"],
  "too deep": [deep(200), "not_json"],
  "too long": [{ ...WALK, note: "长".repeat(30_000) }, "too_long"],
  "half a character": [{ ...WALK, note: "\ud800" }, "not_json"],
  "half a character in a text": ['{"kind":"trip","note":"\ud800"}', "not_json"],
  "a line break inside a text": ['{"kind":"tr\nip"}', "not_json"],
  "a field of nobody": [{ ...WALK, points: 99 }, "unknown_field"],
  "no number": [{ ...WALK, legs: [{ mode: "walk", km: NaN }] }, "wrong_type"],
  "binary fractions": [{ ...WALK, legs: [{ mode: "walk", km: 0.1 + 0.2 }] }, "too_many_decimals"],
  "a huge number": [{ ...WALK, legs: [{ mode: "walk", km: 1e300 }] }, undefined],
};

for (const [name, [activity, code]] of Object.entries(HOSTILE)) {
  test(`${name} is answered`, () => {
    const answer = api.assess(activity, { today: TODAY });
    assert.equal(answer.verdict, "rejected");
    assert.equal(answer.method, null);
    if (code) assert.equal(answer.reasons[0].code, code, answer.reasons[0].en);
    // In an account it is one line like any other; a blank one has no answer.
    const { assessments, totals } = api.fold([activity, WALK], { today: TODAY });
    assert.deepEqual(assessments.map(({ line, verdict }) => [line, verdict]), activity === "" ? [[2, "credited"]] : [[1, "rejected"], [2, "credited"]]);
    assert.equal(totals.carbon_mg, 104_000);
  });
}

test("half a character spoils its line and no other", () => {
  const { assessments } = api.fold(`${JSON.stringify(WALK)}\n"\udc00"\n${JSON.stringify(WALK)}\n`, { today: TODAY });
  assert.deepEqual(assessments.map(({ line, verdict }) => [line, verdict]), [[1, "credited"], [2, "rejected"], [3, "credited"]]);
});

test("a text of several lines is one activity, and a BigInt is a whole number", () => {
  assert.equal(api.fold([JSON.stringify(WALK, null, 2)], { today: TODAY }).totals.carbon_mg, 104_000);
  assert.equal(api.assess({ ...WALK, legs: [{ mode: "walk", km: 2n }] }, { today: TODAY }).carbon_mg, 208_000);
});

test("without a day it is today in Beijing", () => {
  const beijing = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  const before = beijing.format();
  const { as_of } = api.fold([]);
  assert.ok([before, beijing.format()].includes(as_of), as_of);
});

test("rules that cannot be used say everything that is wrong with them", () => {
  const district = JSON.parse(readFileSync("static/rulebooks/districts/xicheng.json", "utf8"));
  const broken = { ...district, published: "soon", colour: "green" };
  assert.throws(() => api.assess(WALK, { district: broken }), (error) => {
    assert.ok(error instanceof api.RulesError && error.name === "RulesError");
    assert.deepEqual(error.faults.map(({ file, path }) => [file, path]).sort(), [["district", "colour"], ["district", "published"]]);
    assert.match(error.message, /^carbon-points: .*\n(.*\n)*district: published: 「soon」不是日期.*\ndistrict: published: .*soon/);
    return true;
  });
  assert.throws(() => api.fold([], { rulebook: "{" }), (error) => error.faults[0].file === "rulebook" && /the file ends/.test(error.message));
  assert.throws(() => api.assess(WALK, { district: "haidian" }), /haidian.*xicheng, chaoyang/s);
  assert.throws(() => api.assess(WALK, { district: 5 }), TypeError);
  // The right one is not confused by the wrong ones before it.
  assert.match(api.assess(WALK, { district }).rulebook, /\+xicheng@/);
});

test("rules are compared by what they say", () => {
  const district = JSON.parse(readFileSync("static/rulebooks/districts/xicheng.json", "utf8"));
  const first = api.assess(WALK, { district, today: TODAY }).rulebook;
  district.id = "another";
  const second = api.assess(WALK, { district, today: TODAY }).rulebook;
  assert.ok(first.includes("+xicheng@") && second.includes("+another@"), `${first}, ${second}`);
  for (let day = 1; day <= 20; day += 1) api.assess(WALK, { today: `2026-11-${String(day).padStart(2, "0")}`, district });
  assert.equal(api.assess(WALK, { district, today: TODAY }).rulebook, second);
});

test("what a program does wrong is an error", () => {
  assert.throws(() => api.assess(WALK, { today: "2026-02-30" }), /2026-02-30.*YYYY-MM-DD/);
  assert.throws(() => api.assess(WALK, { distrct: "xicheng" }), /no option “distrct”.*rulebook, district, today, person/);
  assert.throws(() => api.fold({ activities: [] }), TypeError);
  assert.equal(api.assess(WALK, { today: null, district: null, rulebook: null }).carbon_mg, 104_000);
});

test("nothing is answered before it is loaded, and a failure to load can be made up for", async () => {
  const { init, assess } = await anew("loading");
  assert.throws(() => assess(WALK), /await init\(\)/);
  await assert.rejects(init({ wasm: new URL("file:///nowhere/carbon-points.wasm") }), /ENOENT/);
  assert.throws(() => assess(WALK), /await init\(\)/);
  await Promise.all([init(), init()]);
  assert.equal(assess(WALK, { today: TODAY }).carbon_mg, 104_000);
});

test("the engine can be handed over", async () => {
  const engine = readFileSync(join(PACKAGE, "carbon-points.wasm"));
  const given = { bytes: engine, "a module": await WebAssembly.compile(engine), "a response": new Response(engine), "a promise": Promise.resolve(engine) };
  for (const [name, wasm] of Object.entries(given)) {
    const { init, assess } = await anew(name);
    await init({ wasm });
    assert.equal(assess(WALK, { today: TODAY }).carbon_mg, 104_000, name);
  }
});
