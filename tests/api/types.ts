// Compiled only: the types hold where they should, and refuse what the engine would refuse.
import { Draft, RulesError, assess, fold, init, worth as worthOf } from "carbon-points";
import type { Account, Activity, Assessment, ExportAnswer, Operand, Reason, Worth } from "carbon-points";

const activities: Activity[] = [
  { kind: "trip", date: "2026-07-15", legs: [{ mode: "walk", km: "0.5" }, { mode: "rail", km: 33.8, instead_of_car: "china_6" }] },
  { kind: "trip", date: "2026-07-15", legs: [{ mode: "bev_car", km: 10, replaced_petrol_car: true }], evidence: "verified" },
  { kind: "car_free", date: "2026-07-15", hours: 24, power: "petrol", engine_litres: "1.6", alert: true },
  { kind: "car_free", date: "2026-07-15", hours: 24, power: "bev" },
  { kind: "utility", date: "2026-07-15", utility: "gas", start: "2026-06-01", end: "2026-06-30", usage: 10, baseline_usage: 12, baseline_days: 30, boiler_heating: true },
  { kind: "solar", date: "2026-07-15", self_consumed_kwh: "12.25" },
  { kind: "appliance", date: "2026-07-15", appliance: "air_conditioner", cooling_kw: "3.5", apf: "5.2", replaced_apf: "3.3", serial: "A1" },
  { kind: "appliance", date: "2026-07-15", appliance: "induction_hob" },
  { kind: "purchase", date: "2026-07-15", category: "interior_wall_coating", amount: 10, unit: "L", voc: 20, voc_unit: "g/L", basis: "less_water", mode: "below_limit" },
  { kind: "purchase", date: "2026-07-15", category: "a_districts_own", amount: 10, unit: "L", voc: 20, voc_unit: "g/L", basis: "as_supplied", mode: "technology_switch", displaced: "sealant" },
  { kind: "refuel", date: "2026-07-15", litres: 40, time: "21:30" },
  { kind: "action", date: "2026-07-15", action: "no_cutlery", count: 2 },
  { kind: "action", date: "2026-07-15", action: "clothes_recycling", kg: "1.5", id: "a", merchant: "m", note: "n" },
];

// @ts-expect-error no such kind
const kind: Activity = { kind: "flight", date: "2026-07-15" };
// @ts-expect-error no such mode
const mode: Activity = { kind: "trip", date: "2026-07-15", legs: [{ mode: "plane", km: 1 }] };
// @ts-expect-error only an electric car takes over a quota
const quota: Activity = { kind: "trip", date: "2026-07-15", legs: [{ mode: "bus", km: 1, replaced_petrol_car: true }] };
// @ts-expect-error the engine's size is missing
const size: Activity = { kind: "car_free", date: "2026-07-15", hours: 24, power: "petrol" };
// @ts-expect-error nothing is named that was displaced
const displaced: Activity = { kind: "purchase", date: "2026-07-15", category: "adhesive", amount: 1, unit: "kg", voc: 1, voc_unit: "g/kg", basis: "as_supplied", mode: "technology_switch" };
// @ts-expect-error counted or weighed, not both
const both: Activity = { kind: "action", date: "2026-07-15", action: "own_bag", count: 1, kg: 1 };
// @ts-expect-error a field that the contract does not have
const points: Activity = { kind: "solar", date: "2026-07-15", self_consumed_kwh: 1, points: 99 };

function sentence(reason: Reason): string {
  const { accepted } = reason;
  if (accepted === undefined || accepted === "time") return reason.zh;
  if ("range" in accepted) return `${accepted.range.least} – ${accepted.range.most} ${accepted.range.unit}`;
  if ("limits" in accepted) return accepted.limits.map((limit) => limit.parameter).join();
  return reason.code === "unknown_field" ? reason.path : reason.en;
}

function origin(operand: Operand): string {
  switch (operand.from) {
    case "parameter": return `${operand.id} ${operand.grade === "official" ? "" : operand.source}`;
    case "step": return String(operand.step + 1);
    case "constant": return operand.value;
    default: return operand.path;
  }
}

export async function main(): Promise<string[]> {
  await init();
  await init({ wasm: new Uint8Array() });
  const answer: Assessment = assess(activities[0] ?? "", { today: "2026-11-21", district: "xicheng" });
  const numbers: Worth = worthOf(activities[0] ?? "", { today: "2026-11-21" });
  const again: number = new Draft(activities[0] ?? "").set("legs[0].km", 2).set("date", "2026-07-16").worth().carbon_mg + numbers.points;
  // @ts-expect-error numbers alone
  const none = numbers.steps;
  const account: Account = fold(activities, { rulebook: { schema: 1 }, district: null });
  const file: Account<ExportAnswer> = fold("{}\n{}", { person: "1" });
  const worth: number[] = file.assessments.map((one) => (one.entry === undefined ? one.carbon_mg : one.cost ?? 0));
  const people: string[] = (file.people ?? []).map(({ name, person, totals }) => `${name ?? person}: ${totals.points}`);
  // @ts-expect-error a file may be an export, which has records that are worth nothing
  fold("{}").assessments.map((one) => one.carbon_mg.toFixed());
  // @ts-expect-error only an export has people
  fold(activities, { person: "1" });
  fold(["{}", ...activities]);
  // @ts-expect-error no such option
  assess("{}", { distrct: "xicheng" });
  // @ts-expect-error a reason is no text
  const text: string = answer.reasons[0];
  try {
    assess("{}", { district: "haidian" });
  } catch (error) {
    if (error instanceof RulesError) return error.faults.map((fault) => `${fault.file}: ${fault.path}: ${fault.zh}`);
  }
  const method: string = answer.method ?? "none";
  const lines: number[] = account.assessments.map(({ line }) => line);
  const caps: [string | null, string][] = account.withheld.map(({ id, cap }) => [id, cap]);
  const total: number = answer.carbon_mg + answer.air.upe + account.totals.points + account.expired;
  return [...answer.reasons.map(sentence), ...answer.steps.flatMap((step) => step.operands.map(origin)), method, String([lines, caps, total, text, worth, people, again])];
}

export { both, displaced, kind, mode, points, quota, size };
