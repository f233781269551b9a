// What an answer takes in Node, from the object that goes in to the object that comes out, reasons in words and steps included.
import { cpus } from "node:os";
import { readFileSync } from "node:fs";
import { assess, fold, init } from "../dist-npm/index.js";

const RULES = { today: "2026-11-21" };
const ROUNDS = 15;
const AT_ONCE = 400;
const cases = readFileSync("tests/golden/cases.jsonl", "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const firsts = [...new Map(cases.filter(({ expect }) => expect.verdict === "credited").reverse().map((one) => [one.input.kind, one])).values()].reverse();

/** Microseconds of one call: the median of rounds. */
function measured(call) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    for (let time = 0; time < AT_ONCE; time += 1) call();
    return ((performance.now() - begin) * 1000) / AT_ONCE;
  });
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1];
}

console.log(`Node ${process.version}, ${cpus().length} cores of ${cpus()[0].model}`);
const begin = performance.now();
await init();
assess(firsts[0].input, RULES);
console.log(`loading, with the first answer: ${(performance.now() - begin).toFixed(1)} ms`);
for (const { name, input } of firsts) console.log(`assess, ${input.kind} (${name}): ${measured(() => assess(input, RULES)).toFixed(0)} µs`);

const LINES = 10_000;
const ledger = Array.from({ length: LINES }, (_, index) => {
  const day = new Date(Date.UTC(2026, 0, 1 + (index % 300))).toISOString().slice(0, 10);
  return { kind: "trip", date: day, legs: [{ mode: "rail", km: "10" }] };
});
const started = performance.now();
const { totals } = fold(ledger, RULES);
console.log(`fold, ${LINES} trips: ${(performance.now() - started).toFixed(0)} ms (${totals.points} points)`);
