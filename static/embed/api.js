// A page with a UI of its own, on the engine of the npm package: an answer to what is typed, and the day's account.
// The package's folder lies beside this one, as api/.
import { assess, fold, init } from "../api/index.js";

const form = document.getElementById("form");
const why = document.getElementById("why");
const add = document.getElementById("add");
const part = (name) => document.querySelector(`[data-testid=${name}]`);

const GRADES = { official: "官方", press: "媒体引述", secondary: "二手", transcribed: "转录", derived: "推算", policy: "本规则自定" };
const SIGNS = { add: " + ", subtract: " − ", multiply: " × ", divide: " ÷ ", round_half_up: " × " };
const UNITS = {
  "g/pkm": "克/人公里", km: "公里", mg: "毫克", g: "克", kg: "千克", "mg/g": "毫克/克", "g/kg": "克/千克", points: "分", "points/kg": "分/千克",
};
const CAPS = { "cap.trips_daily": "每天自报出行", "cap.actions_daily": "每天自报日常行动", "cap.monthly": "每月自报" };
const number = (value) => value.toLocaleString("zh-CN", { maximumFractionDigits: 3 });
const inBeijing = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

/** What was put down in this visit; nothing of it is kept anywhere. */
const day = [];

function typed() {
  const { mode, km, district } = Object.fromEntries(new FormData(form));
  // The distance goes in as it was typed, so that it keeps its digits.
  return { activity: { kind: "trip", date: inBeijing(), legs: [{ mode, km }] }, rules: { district: district || null } };
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}

/** A step as it is written on paper, with what each factor rests on below it. */
function step({ operation, operands, result, unit }) {
  const quantity = ({ value, unit }) => (unit === "1" ? value : `${value} ${UNITS[unit] || unit}`);
  const line = element("li", `${operands.map(quantity).join(SIGNS[operation] || "，")} = ${quantity({ value: result, unit })}`);
  const factors = operands.filter(({ from }) => from === "parameter");
  for (const { id, value, grade, valid_from } of factors) {
    line.append(element("small", `${value}：参数 ${id}，${valid_from} 起用，依据：${GRADES[grade]}`));
  }
  return line;
}

function show() {
  const { activity, rules } = typed();
  const answer = assess(activity, rules);
  const rejected = answer.verdict === "rejected";
  const sentences = (reasons) => reasons.map(({ zh }) => zh).join("");
  part("refused").textContent = rejected ? sentences(answer.reasons) : "";
  part("said").textContent = rejected ? "" : sentences(answer.reasons.concat(answer.notes));
  part("carbon").textContent = rejected ? "–" : number(answer.carbon_mg / 1000);
  part("points").textContent = rejected ? "–" : number(answer.points);
  replace(part("steps"), answer.steps.filter(({ operands }) => operands.length > 1).map(step));
  why.hidden = answer.steps.length === 0;
  add.disabled = rejected;
}

function replace(list, items) {
  list.textContent = "";
  list.append(...items);
}

function showDay() {
  const { assessments, totals, withheld } = fold(day.map(({ activity }) => activity), typed().rules);
  const rows = assessments.map(({ carbon_mg, points }, index) => {
    const row = document.createElement("li");
    row.append(element("span", day[index].name), element("span", `${number(carbon_mg / 1000)} 克 · ${number(points)} 分`));
    return row;
  });
  replace(part("list"), rows);
  part("total").textContent = `合计少排 ${number(totals.carbon_mg / 1000)} 克，得 ${number(totals.points)} 分`;
  const held = withheld.map(({ line, points, cap }) => `第 ${line} 笔有 ${number(points)} 分超出${CAPS[cap] || cap}的上限，没有计入。`);
  part("withheld").textContent = held.join("");
  part("day").hidden = false;
}

function putDown() {
  const { activity } = typed();
  const [{ mode, km }] = activity.legs;
  const name = document.querySelector(`[name=mode][value=${mode}] + span`).textContent;
  day.push({ activity, name: `${name} ${km.trim()} 公里` });
  showDay();
}

async function begin() {
  try {
    await init();
  } catch (problem) {
    part("loading").textContent = "计算引擎没有取到。请检查网络，再刷新本页。";
    throw problem;
  }
  part("loading").hidden = true;
  document.getElementById("ledgers").hidden = false;
  show();
  form.addEventListener("input", show);
  part("district").addEventListener("change", () => day.length > 0 && showDay());
  form.addEventListener("submit", (event) => event.preventDefault());
  add.addEventListener("click", putDown);
}

begin();
