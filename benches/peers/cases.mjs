// The same act twice: as our activity, and as the situation of the Publicodes model. Every turn has other numbers.
const tenth = (turn, from, count) => ((from + ((turn * 37) % count)) / 10).toFixed(1);

// Changed are the same inputs of a draft, which was read once, as those of the situation.
// Each wanted value is named as it is in our answer, with the rule it is in the model and how many of ours are one of its unit.
export const CASES = [
  {
    name: "trip, one leg",
    activity: (turn) => ({ kind: "trip", date: "2026-07-15", legs: [{ mode: "rail", km: tenth(turn, 1, 400) }] }),
    changed: (turn) => [["legs[0].km", tenth(turn, 1, 400)]],
    situation: (turn) => ({ walked: 0, "bus ridden": 0, "rail ridden": Number(tenth(turn, 1, 400)) }),
    wanted: { carbon_mg: ["trip carbon", 1000], points: ["trip points", 1] },
  },
  {
    name: "trip, three legs",
    activity: (turn) => ({
      kind: "trip",
      date: "2026-07-15",
      legs: [
        { mode: "walk", km: tenth(turn, 1, 20) },
        { mode: "rail", km: tenth(turn, 1, 400) },
        { mode: "bus", km: tenth(turn, 1, 90) },
      ],
    }),
    changed: (turn) => [["legs[0].km", tenth(turn, 1, 20)], ["legs[1].km", tenth(turn, 1, 400)], ["legs[2].km", tenth(turn, 1, 90)]],
    situation: (turn) => ({
      walked: Number(tenth(turn, 1, 20)),
      "bus ridden": Number(tenth(turn, 1, 90)),
      "rail ridden": Number(tenth(turn, 1, 400)),
    }),
    wanted: { carbon_mg: ["trip carbon", 1000], points: ["trip points", 1] },
  },
  {
    name: "electricity bill",
    activity: (turn) => ({
      kind: "utility",
      date: "2026-02-28",
      utility: "electricity",
      start: "2026-02-01",
      end: "2026-02-28",
      usage: tenth(turn, 900, 800),
      baseline_usage: "200",
      baseline_days: 31,
    }),
    changed: (turn) => [["usage", tenth(turn, 900, 800)]],
    situation: (turn) => ({ used: Number(tenth(turn, 900, 800)), "used before": 200, days: 28, "days before": 31 }),
    wanted: { carbon_mg: ["bill carbon", 1000], points: ["bill points", 1] },
  },
  {
    name: "wall paint",
    activity: (turn) => ({
      kind: "purchase",
      date: "2026-07-10",
      category: "interior_wall_coating",
      amount: tenth(turn, 10, 190),
      unit: "L",
      voc: tenth(turn, 10, 300),
      voc_unit: "g/L",
      basis: "less_water",
      mode: "below_limit",
    }),
    changed: (turn) => [["amount", tenth(turn, 10, 190)], ["voc", tenth(turn, 10, 300)]],
    situation: (turn) => ({ litres: Number(tenth(turn, 10, 190)), content: Number(tenth(turn, 10, 300)) }),
    wanted: { voc_mg: ["avoided", 1000], upe: ["equivalents", 1_000_000], points: ["tin points", 1] },
  },
];

// The parameters of the rulebook that the model uses, with the unit that each has there.
export const FACTORS = {
  "travel.baseline": "g/km",
  "travel.walk": "g/km",
  "travel.bus": "g/km",
  "travel.rail": "g/km",
  "saving.cap": "%",
  "grid.beijing": "kg/kWh",
  "voc.limit.interior_wall_coating": "g/L",
  "voc.default_water_share": "",
  "equivalent.voc": "kg/PE",
  "ozone.multiplier": "",
  "points.per_kg_co2": "points/kg",
  "points.per_equivalent": "points/PE",
  "evidence.self_declared": "",
};
