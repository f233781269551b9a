// 碳惠账本 / Carbon Points for pages that do their own UI: the same answers as the `assess` command, worked out here.
// What is exported is described in index.d.ts and README.md. engine.js is what wasm-bindgen makes of src/bin/api.rs.
import start, { Rules } from "./engine.js";

/** Sets of rules that stay opened. */
const MOST_RULES = 8;
const IN_BEIJING = 8 * 60 * 60 * 1000;
const OPTIONS = ["rulebook", "district", "today", "person"];

/** Thrown for a rulebook or a district's rules that cannot be used. */
export class RulesError extends Error {
  constructor(message, faults) {
    super(message);
    this.name = "RulesError";
    this.faults = faults;
  }
}

// --- Loading -----------------------------------------------------------------------------------------------------------

let loading;
let engine;
let ready = false;

/** Loads the engine. Ends at once if that was done before; after a failure it can be tried again. */
export function init(options) {
  if (!loading) {
    loading = load(options).catch((problem) => {
      loading = undefined;
      throw problem;
    });
  }
  return loading;
}

async function load(options) {
  const given = options && options.wasm;
  const source = await (given || new URL("./carbon-points.wasm", import.meta.url));
  engine = await start({ module_or_path: typeof source === "string" || source instanceof URL ? await bytes(source) : await content(source) });
  ready = true;
}

/** What only Node has. Not one word, or bundlers would look for it when they make a script for a browser. */
const READING = ["node", "fs/promises"];

/** Node does not fetch from the disk, and browsers fetch from nowhere else. */
async function bytes(address) {
  const url = new URL(address, import.meta.url);
  if (url.protocol === "file:" && typeof process === "object") {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ READING.join(":"));
    return readFile(url);
  }
  return content(await fetch(url.href, { credentials: "same-origin" }));
}

async function content(source) {
  if (typeof Response !== "function" || !(source instanceof Response)) return source;
  if (!source.ok) throw new Error(`carbon-points: ${source.url} cannot be loaded: status ${source.status}`);
  return source.arrayBuffer();
}

// --- Answers -----------------------------------------------------------------------------------------------------------

/** What one activity is worth, by itself. */
export function assess(activity, options) {
  const { rules, today, person } = under(options);
  if (person !== undefined) throw new TypeError("carbon-points: only fold has the option “person”");
  return JSON.parse(told(() => rules.assess(line(activity), today)));
}

/** The verdicts as the engine counts them. */
const VERDICTS = ["rejected", "recorded", "credited"];

/** What one activity is worth, in numbers alone: those of `assess`, without steps, notes and words. */
export function worth(activity, options) {
  const { rules, today, person } = under(options);
  if (person !== undefined) throw new TypeError("carbon-points: only fold has the option “person”");
  // One is kept for all activities under the same rules on the same day.
  if (!asked || asked.rules !== rules || asked.today !== today) {
    if (asked) asked.kept.free();
    asked = undefined;
    asked = { rules, today, kept: told(() => rules.keep("", today)), edition: 0, reasons: [] };
  }
  return named(asked, asked.kept.worth_of(line(activity)));
}

let asked;

/** An activity whose fields change and which is asked about again and again, as while somebody types. */
export class Draft {
  constructor(activity, options) {
    const { rules, today, person } = under(options);
    if (person !== undefined) throw new TypeError("carbon-points: only fold has the option “person”");
    this.kept = told(() => rules.keep(line(activity), today));
    this.places = new Map();
    this.edition = 0;
    this.reasons = [];
  }

  /** Puts a number or a text into a field that is there. */
  set(path, value) {
    if (typeof value !== "string" && typeof value !== "number") throw new TypeError(`carbon-points: ${path} takes a number or a text`);
    let place = this.places.get(path);
    if (place === undefined) {
      place = this.kept.place(String(path));
      if (place !== undefined) this.places.set(path, place);
    }
    if (place === undefined || !this.kept.set(place, String(value))) throw new RangeError(`carbon-points: there is no field “${path}” to be set`);
    return this;
  }

  worth() {
    return named(this, this.kept.worth());
  }

  /** Gives the engine's memory back; the draft cannot be used after that. */
  free() {
    this.kept.free();
  }
}

/** The engine's memory as numbers: made anew when it has grown. */
let memory;

/** The engine's numbers by their names, read where they stand. */
function named(asked, address) {
  if (memory === undefined || memory.length === 0) memory = new Float64Array(engine.memory.buffer);
  const at = address / Float64Array.BYTES_PER_ELEMENT;
  const edition = memory[at + 6];
  // While somebody types they mostly stay the same.
  if (edition !== 0 && edition !== asked.edition) {
    asked.edition = edition;
    asked.reasons = JSON.parse(asked.kept.reasons());
  }
  return {
    verdict: VERDICTS[memory[at]],
    carbon_mg: memory[at + 1],
    air: { voc_mg: memory[at + 2], nox_mg: memory[at + 3], upe: memory[at + 4] },
    points: memory[at + 5],
    reasons: edition === 0 ? [] : asked.reasons.map(({ code, path }) => ({ code, path })),
  };
}

/** The account that activities make together: each one's answer, and the totals after caps and expiry. */
export function fold(ledger, options) {
  const { rules, today, person } = under(options);
  const text = lines(ledger);
  const answers = told(() => rules.fold(text, typeof ledger === "string", today, person)).split("\n");
  answers.pop(); // Every line has an end, so the last one is empty.
  const assessments = answers.map((answer) => JSON.parse(answer));
  const totals = assessments.pop();
  return Object.assign({ assessments }, totals);
}

/** Half a character by itself: there is no text of it that the engine could be given. */
const HALF = /[\ud800-\udfff]/u;

/** A ledger as the command line reads it. */
function lines(ledger) {
  if (typeof ledger === "string") return HALF.test(ledger) ? lines(ledger.split("\n")) : ledger;
  if (ledger && typeof ledger[Symbol.iterator] === "function") return Array.from(ledger, line).join("\n");
  throw new TypeError("carbon-points: fold takes a list of activities or of lines of JSON, or the text of a .jsonl file");
}

const NO_JSON = "?";

/** An activity as a line of JSON. What has no JSON becomes a line that is none, and is answered so. */
function line(activity) {
  // A tab is what a line break is to JSON: white space between two words, and forbidden inside one.
  if (typeof activity === "string") return HALF.test(activity) ? NO_JSON : activity.replace(/\n/g, "\t");
  try {
    return written(activity);
  } catch (withBigInt) {
    try {
      return written(activity, (_, value) => (typeof value === "bigint" ? String(value) : value));
    } catch (unwritable) {
      return NO_JSON;
    }
  }
}

function written(value, replacer) {
  const text = JSON.stringify(value, replacer);
  return text === undefined ? "null" : text;
}

// --- Rules -------------------------------------------------------------------------------------------------------------

/** Those used last come first. */
let opened = [];

function under(options) {
  if (!ready) throw new Error("carbon-points: not loaded yet; `await init()` comes before the first answer");
  const given = options || {};
  for (const name of Object.keys(given)) {
    if (!OPTIONS.includes(name)) throw new TypeError(`carbon-points: there is no option “${name}”; there are ${OPTIONS.join(", ")}`);
  }
  const today = isGiven(given.today) ? String(given.today) : new Date(Date.now() + IN_BEIJING).toISOString().slice(0, 10);
  const rulebook = text("rulebook", given.rulebook);
  const district = text("district", given.district);
  // Without a rulebook, the day says which of the built-in ones it is.
  const day = rulebook === undefined ? today : "";
  const at = opened.findIndex((one) => one.day === day && one.rulebook === rulebook && one.district === district);
  const [used] = at < 0 ? [{ day, rulebook, district, rules: told(() => new Rules(rulebook, district, today)) }] : opened.splice(at, 1);
  opened.unshift(used);
  for (const old of opened.splice(MOST_RULES)) old.rules.free();
  return { rules: used.rules, today, person: isGiven(given.person) ? String(given.person) : undefined };
}

const isGiven = (value) => value !== undefined && value !== null;

/** Rules as the text of their file, or the id of a district. */
function text(name, value) {
  if (!isGiven(value)) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "object") return JSON.stringify(value);
  throw new TypeError(`carbon-points: ${name} is neither a text nor an object`);
}

/** What the engine refuses, it says in a text: a sentence, or a list of faults. */
function told(call) {
  try {
    return call();
  } catch (problem) {
    if (typeof problem !== "string") throw problem;
    throw problem.startsWith("[") ? unusable(JSON.parse(problem)) : new Error(`carbon-points: ${problem}`);
  }
}

function unusable(faults) {
  const lines = faults.flatMap(({ file, path, zh, en }) => [zh, en].map((sentence) => `${file}: ${path && `${path}: `}${sentence}`));
  return new RulesError(`carbon-points: these rules cannot be used\n${lines.join("\n")}`, faults);
}
