// Served beside a page of its own: every case and every ledger through the package, as text.
import { assess, fold, init } from "/api/index.js";

async function answers() {
  const { cases, ledgers, today } = await (await fetch("cases.json")).json();
  await init();
  const account = ({ assessments, ...last }) => [...assessments, last].map((line) => `${JSON.stringify(line)}\n`).join("");
  return [...cases.map((text) => JSON.stringify(assess(text, { today }))), ...ledgers.map((text) => account(fold(text, { today })))];
}

answers().then((all) => (window.answers = all), (problem) => console.error(problem));
