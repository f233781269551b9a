/**
 * 碳惠账本 / Carbon Points: what a Beijing resident's green acts are worth, worked out on the device, with the reason why.
 *
 * Three ledgers, never added together: carbon (whole milligrams of CO2), air (whole milligrams of VOC and NOx, and
 * millionths of a pollutant equivalent) and points. The JSON is that of the `assess` command.
 */

/** A decimal of at most six places. A text keeps its digits; a number is read as JavaScript writes it: `0.1`. */
export type Decimal = number | string;
/** A day in Beijing, `YYYY-MM-DD`. */
export type Day = string;
/** A word that this version knows, or one that other rules add. */
export type Open<Known extends string> = Known | (string & {});

// --- Activities ----------------------------------------------------------------------------------------------------------

export type Activity = Trip | CarFree | Utility | Solar | Appliance | Purchase | Refuel | Action;

export interface Common {
  /** The day it was done; of a bill, the day that decides which year's factors hold is its `end`. */
  date: Day;
  /** Given back in the answer; at most 64 characters, and once in a ledger. */
  id?: string;
  /** `self_declared` if left out. */
  evidence?: Evidence;
  merchant?: string;
  note?: string;
}

export type Evidence = "self_declared" | "verified";

export interface Trip extends Common {
  kind: "trip";
  legs: Leg[];
}

export type Leg = PlainLeg | ElectricCarLeg;

export interface PlainLeg {
  mode: Exclude<Mode, "bev_car">;
  km: Decimal;
  /** The petrol car that stayed at home, for the air ledger. */
  instead_of_car?: CarStandard;
}

export interface ElectricCarLeg {
  mode: "bev_car";
  km: Decimal;
  /** Whether the car took over a petrol car's quota; only then it is credited. */
  replaced_petrol_car?: boolean;
  instead_of_car?: CarStandard;
}

export type Mode = "walk" | "bike" | "ebike" | "bus" | "rail" | "carpool" | "taxi" | "bev_car" | "fcev_car" | "hsr";
export type CarStandard = "china_1" | "china_2" | "china_3" | "china_4" | "china_5" | "china_6";

export type CarFree = Common & { kind: "car_free"; hours: Decimal; alert?: boolean } & (
    | { power: "petrol"; engine_litres: Decimal }
    | { power: "bev"; engine_litres?: never }
  );

export type Utility = Common & {
  kind: "utility";
  /** First and last day of the bill. */
  start: Day;
  end: Day;
  /** kWh, cubic metres (gas, water) or gigajoules (heat). */
  usage: Decimal;
  /** The same period last year, and its days. */
  baseline_usage: Decimal;
  baseline_days: Decimal;
  /** Of the year, for the guard of the price tiers. */
  annual_usage?: Decimal;
  meter?: string;
} & (
    | { utility: "electricity"; has_pv?: boolean; boiler_heating?: never }
    | { utility: "gas"; boiler_heating?: boolean; has_pv?: never }
    | { utility: "heat" | "water"; has_pv?: never; boiler_heating?: never }
  );

export interface Solar extends Common {
  kind: "solar";
  self_consumed_kwh: Decimal;
}

export type Appliance = Common & { kind: "appliance"; serial?: string } & (
    | { appliance: "air_conditioner"; cooling_kw: Decimal; apf: Decimal; replaced_apf: Decimal }
    | { appliance: "other"; annual_kwh: Decimal; replaced_annual_kwh: Decimal }
    | { appliance: "gas_boiler"; annual_m3: Decimal; efficiency: Decimal; replaced_efficiency: Decimal }
    | { appliance: "induction_hob" }
  );

export type Purchase = Common & {
  kind: "purchase";
  category: Open<Category>;
  amount: Decimal;
  unit: "L" | "mL" | "kg" | "g";
  /** The VOC content on the label, its unit, and what it refers to. Numbers on different bases are never mixed. */
  voc: Decimal;
  voc_unit: "g/L" | "g/kg" | "percent";
  basis: Basis;
  density_kg_per_l?: Decimal;
  /** By weight. */
  water_percent?: Decimal;
  /** Bought during a pollution alert. */
  alert?: boolean;
  /** Of the home that is repainted; only with categories that repaint one. */
  floor_area_m2?: Decimal;
  coats?: Decimal;
  dwelling?: string;
} & (
    | { mode: "below_limit"; displaced?: never; displaced_amount?: never }
    | { mode: "technology_switch"; displaced: Open<Displaced>; displaced_amount?: Decimal }
  );

export type Basis = "as_supplied" | "less_water" | "ready_to_use";

export type Category =
  | "interior_wall_coating" | "exterior_wall_coating" | "waterproof_coating" | "floor_coating" | "floor_coating_solvent_free"
  | "putty" | "air_freshener_aerosol" | "air_freshener_liquid" | "air_freshener_gel" | "hairspray"
  | "flying_insecticide_aerosol" | "crawling_insecticide_aerosol" | "lubricant" | "washer_fluid" | "adhesive";

export type Displaced =
  | "solvent_exterior_coating" | "solvent_waterproof_coating" | "reactive_waterproof_coating" | "solvent_floor_coating"
  | "all_purpose_adhesive" | "nail_free_adhesive" | "marble_glue" | "grout_sealant" | "sealant"
  | "air_freshener_aerosol" | "air_freshener_liquid" | "air_freshener_gel" | "hairspray"
  | "flying_insecticide_aerosol" | "crawling_insecticide_aerosol" | "lubricant" | "washer_fluid";

export interface Refuel extends Common {
  kind: "refuel";
  litres: Decimal;
  /** `HH:MM` in Beijing. */
  time: string;
}

export type Action = Common & { kind: "action"; action: Open<EverydayAction> } & (
    | { count: Decimal; kg?: never }
    | { kg: Decimal; count?: never }
  );

export type EverydayAction =
  | "no_cutlery" | "clean_plate" | "own_bag" | "e_invoice" | "clothes_recycling"
  | "tree_planting" | "recycling_handin" | "old_appliance_handin";

// --- Assessments ---------------------------------------------------------------------------------------------------------

/**
 * `credited`: worth something. `recorded`: understood, and worth nothing, with the reason. `rejected`: not understood or
 * against a rule; worth nothing, `method` is null, and `reasons` name what was given and what would be accepted.
 */
export type Verdict = "credited" | "recorded" | "rejected";

export interface Assessment {
  /** The activity's own. */
  id?: string;
  verdict: Verdict;
  method: string | null;
  /** As in `beijing@2026.11` or, with a district, `beijing@2026.11+xicheng@2026.11`. */
  rulebook: string;
  carbon_mg: number;
  air: Air;
  points: number;
  /** Why it was refused, not credited or limited. */
  reasons: Reason[];
  /** What is said beside the result and changes nothing. */
  notes: Reason[];
  /** How it was worked out: every number with the operation that made it and where its operands came from. */
  steps: Step[];
}

/** What an activity is worth, in numbers alone. Each member is that of the {@link Assessment}. */
export interface Worth {
  verdict: Verdict;
  carbon_mg: number;
  air: Air;
  points: number;
  reasons: Pick<Reason, "code" | "path">[];
}

export interface Air {
  voc_mg: number;
  nox_mg: number;
  /** Millionths of a pollutant equivalent, 污染当量. */
  upe: number;
}

export interface Reason<Code extends string = ReasonCode> {
  code: Code;
  /** The field, as in `legs[1].mode`; empty for the activity as a whole. */
  path: string;
  given?: string;
  accepted?: Accepted;
  /** The same in words. */
  zh: string;
  en: string;
}

/** Codes are never renamed; a later version may have more. */
export type ReasonCode =
  // Understood, but worth nothing or less than asked.
  | "no_published_factor" | "not_a_replacement" | "under_24_hours" | "no_saving" | "saving_capped" | "third_tier_household"
  | "own_pv" | "would_raise_emissions" | "not_below_baseline" | "outside_window" | "alert_day" | "method_not_in_force"
  | "rounds_to_zero"
  // Refused.
  | "basis_mismatch" | "density_needed" | "displaced_not_comparable" | "no_baseline" | "too_long" | "not_json" | "truncated"
  | "wrong_type" | "unknown_field" | "duplicate_field" | "missing" | "unknown_value" | "not_a_number" | "too_many_decimals"
  | "out_of_range" | "bad_date" | "bad_time" | "in_future" | "before_scheme" | "end_before_start" | "period_too_long"
  | "contradiction" | "overlapping_bill" | "repeated_id"
  // Held back by a cap, or claimed by another entry that counts.
  | "capped" | "same_appliance" | "repaint_too_soon" | "paint_beyond_area" | "car_used" | "overlapping_car_free"
  // Notes.
  | "tier_not_checked" | "distance_to_confirm" | "default_water_share" | "same_amount_assumed" | "once_per_appliance"
  | "award_without_factor" | "repeated_trip" | "area_assumed" | "area_not_checked" | "engine_size_class" | "car_free_undone";

/** What would have been accepted. */
export type Accepted =
  | { range: { least: string; from_included: boolean; most: string; unit: string } }
  | { one_of: string[] }
  | { dates: { first: Day; last: Day } }
  | { since: { first: Day } }
  | { decimal: { places: number } }
  | { type: string }
  | { at_most: { most: number; what: string } }
  | { basis: { basis: Basis; unit: string } }
  | { field: string }
  | { share: { percent: string; share: string } }
  | { limits: Limit[] }
  | "time";

/** A value of the rulebook that drew the line. */
export interface Limit {
  parameter: string;
  valid_from: Day;
  amount: string;
  unit: string;
}

/** Numbers in steps are text: a decimal where it ends (`71.5`), a fraction where it does not (`5600/31`). */
export interface Step {
  name: string;
  /** The part of the activity, as in `legs[0]`; empty for the whole. */
  about: string;
  operation: Operation;
  operands: Operand[];
  result: string;
  unit: string;
}

export type Operation = "add" | "subtract" | "multiply" | "divide" | "at_least" | "at_most" | "round_half_up" | "floor";

export type Operand = { value: string; unit: string } & (
  | { from: "input" | "calendar"; path: string }
  | { from: "step"; step: number }
  | { from: "constant" }
  | { from: "parameter"; id: string; valid_from: Day; source: string; grade: Grade }
);

/** How well a number is established; to be shown beside it. */
export type Grade = "official" | "press" | "secondary" | "transcribed" | "derived" | "policy";

// --- Accounts ------------------------------------------------------------------------------------------------------------

/** The members are those of the last line of `assess --ledger`, after the answers to each line. */
export interface Account<Answer = LineAssessment> extends Totals {
  /** In order; a blank line has none. What another line claims already is worth nothing and says so. */
  assessments: Answer[];
  as_of: Day;
  /** Of a household: each person's own; what is beside it is then everybody's together. */
  people?: PersonTotals[];
  /** Whose it is, if one person was asked for. */
  person?: string;
  name?: string;
}

export interface LineAssessment extends Assessment {
  line: number;
}

/** The answer to a line of an export: an activity, or a record of something else. */
export type ExportAnswer = ExportAssessment | ExportRecord;

export interface ExportAssessment extends Omit<LineAssessment, "reasons" | "notes"> {
  reasons: Reason<ReasonCode | ExportCode>[];
  notes: Reason<ReasonCode | ExportCode>[];
  /** Who shares in it, if the export says so. */
  people?: string[];
  entry?: never;
}

export interface ExportRecord {
  line: number;
  id: string;
  entry: "activity" | "reversal" | "redemption" | "use" | "member";
  of?: string;
  person?: string;
  name?: string;
  date?: Day;
  rulebook?: string;
  reward?: string;
  cost?: number;
  valid_until?: Day;
  verdict?: "rejected";
  reasons?: Reason<ExportCode>[];
  notes?: Reason<ExportCode>[];
}

/** Why a record of an export does not count, or counts unchecked. */
export type ExportCode =
  | "reversed" | "unchecked" | "other_content" | "done_already" | "ended_otherwise" | "corrected_already" | "not_there"
  | "follows_refused" | "different_result" | "not_offered" | "in_future" | "recorded_later"
  | "receipt_used" | "receipt_refused";

export interface PersonTotals extends Totals {
  person: string;
  name?: string;
}

export interface Totals {
  /** Grams are never capped. Points are after caps and expiry: those valid on the day. */
  totals: { carbon_mg: number; voc_mg: number; nox_mg: number; upe: number; points: number };
  /** What caps held back, each with the parameter that is the cap, as in `cap.trips_daily`, and the merchant if it was a bonus. */
  withheld: { person?: string; id: string | null; line: number; points: number; cap: string; merchant?: string }[];
  /** What was credited of merchants' bonuses; it is among the points. */
  bonuses: { person?: string; id: string | null; line: number; merchant: string; points: number }[];
  /** Points that are not valid any more; not among the totals. */
  expired: number;
  /** Points spent on rewards, and points spent that later corrections took away; of an export, if there are any. */
  spent?: number;
  owed?: number;
}

// --- What there is to call -----------------------------------------------------------------------------------------------

export interface Options {
  /** A rulebook file's text or contents; if left out, the newest built-in one that is published on the day. */
  rulebook?: string | object | null;
  /** The id of a built-in district (`xicheng`, `chaoyang`), a file of a district's rules, its text or contents, or `none`. */
  district?: string | object | null;
  /** The day after which nothing can have happened, and on which points are valid; today in Beijing if left out. */
  today?: Day | null;
}

export interface InitOptions {
  /**
   * The engine, if it is not `carbon-points.wasm` beside the module: its address from there (text or `URL`), its bytes
   * (`ArrayBuffer`, `Uint8Array`), a `Response` with them, or a `WebAssembly.Module`; or a promise of one of these.
   */
  wasm?: string | object;
}

export interface ExportOptions extends Options {
  /** The id or the name of the person whose totals are asked for; everybody's if left out. */
  person?: string | null;
}

/** Loads the engine, once; needed before the first answer. Can be tried again after a failure. */
export function init(options?: InitOptions): Promise<void>;

/**
 * What one activity is worth, by itself: an object, or its JSON text.
 *
 * Never throws for an activity: one that cannot be understood is answered `rejected`. Throws {@link RulesError} for rules
 * that cannot be used, and an `Error` before {@link init}, for a `today` that is no day and for an unknown option.
 */
export function assess(activity: Activity | string, options?: Options): Assessment;

/**
 * The same in numbers alone, many times as fast: for who shows what an act is worth while it is still being typed, or works
 * out very many. Throws like {@link assess}.
 */
export function worth(activity: Activity | string, options?: Options): Worth;

/**
 * An activity whose fields change, and which is asked about again and again: it is read once, and each worth is what
 * {@link worth} gives for it as it is then.
 */
export class Draft {
  constructor(activity: Activity | string, options?: Options);
  /** Puts a number or a text into a field that is there, by its path as in `legs[0].km`; a `RangeError` if it is not. */
  set(path: string, value: Decimal): this;
  worth(): Worth;
  /** Gives the engine's memory back; the draft cannot be used after that. */
  free(): void;
}

/**
 * The accounts in a file's text: in a `.jsonl` file, or in one exported by the page, which keeps the rules of its own
 * entries. Throws also for an export that cannot be read, or that has nobody of the name.
 */
export function fold(file: string, options?: ExportOptions): Account<ExportAnswer>;

/**
 * The account that activities make together: activities, or lines of JSON. Caps, expiry and what can be claimed only once
 * apply in order of date, then of the list. Throws like {@link assess}.
 */
export function fold(ledger: Iterable<Activity | string>, options?: Options): Account;

/** A rulebook, or a district's rules, cannot be used. The message says everything that is wrong, in both languages. */
export class RulesError extends Error {
  readonly name: "RulesError";
  readonly faults: readonly Fault[];
}

export interface Fault {
  file: "rulebook" | "district";
  /** The place in the file, as in `parameters[3](travel.rail).values[0].amount`. */
  path: string;
  zh: string;
  en: string;
}
