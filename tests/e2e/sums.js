// The body of a function without arguments: adds up the tables of the statement that is shown, as somebody with a pencil would,
// and answers what does not add up; nothing if all does.
const wrong = [];

// A shown number as a whole one: its digits. In one column all have as many decimals.
function number(cell) {
  const shown = cell.textContent.trim();
  if (shown === "–" || shown === "0") return { value: 0n, places: null };
  if (!/^−?\d{1,3}(,\d{3})*(\.\d+)?$/.test(shown)) wrong.push(`“${shown}” is not a number`);
  const digits = BigInt(shown.replace(/\D/g, ""));
  return { value: shown.startsWith("−") ? -digits : digits, places: shown.split(".")[1]?.length ?? 0 };
}

function column(table, name) {
  const cells = [...table.querySelectorAll(`tbody [data-column="${name}"]`)];
  const numbers = cells.map(number);
  const places = new Set(numbers.map((one) => one.places).filter((one) => one !== null));
  if (places.size > 1) wrong.push(`${table.dataset.testid} ${name} has numbers of ${[...places].join(" and ")} decimals`);
  return numbers.map((one) => one.value);
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0n);
const same = (what, one, other) => one === other || wrong.push(`${what}: ${one} is not ${other}`);
const table = (name) => document.querySelector(`[data-testid="${name}"]`);

const totals = {};
for (const name of ["domains", "lines", "months"]) {
  const found = table(name);
  if (!found) continue;
  for (const ledger of ["carbon", "voc", "nox", "equivalents", "earned", "withheld", "counted"]) {
    const numbers = column(found, ledger);
    const total = numbers.pop();
    same(`${name} ${ledger}`, sum(numbers), total);
    totals[ledger] ??= total;
    same(`total of ${name} ${ledger}`, total, totals[ledger]);
  }
  const [earned, withheld, counted] = ["earned", "withheld", "counted"].map((one) => column(found, one));
  earned.forEach((points, row) => same(`${name}, row ${row}`, points - withheld[row], counted[row]));
}

const movement = table("movement");
const moved = Object.fromEntries(
  ["opening", "credited", "spent", "cancelled", "expired", "closing"].map((one) => [one, column(movement, one)]),
);
const months = moved.opening.length;
for (let row = 0; row < months; row++) {
  const after = moved.opening[row] + moved.credited[row] - moved.spent[row] + moved.cancelled[row] - moved.expired[row];
  same(`movement, row ${row}`, after, moved.closing[row]);
  if (row > 0 && row < months - 1) same(`opening of row ${row}`, moved.opening[row], moved.closing[row - 1]);
}
if (months > 1) {
  for (const one of ["credited", "spent", "cancelled", "expired"]) same(one, sum(moved[one].slice(0, -1)), moved[one].at(-1));
  same("opening of the year", moved.opening[0], moved.opening.at(-1));
  same("closing of the year", moved.closing.at(-2), moved.closing.at(-1));
}
same("points counted", totals.counted ?? moved.credited.at(-1), moved.credited.at(-1));
return wrong.join("; ");
