// Puts functions that resemble each other side by side, because brotli remembers best what it has just seen.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// Functions are compared by every three lines of their text; what stands in more of them than this tells nothing.
const COMMON = 400;
const LINES = 3;

// Orders the functions of a module anew, in place. `features` are for Binaryen's tools.
export function ordered(file, features) {
  const text = file.replace(/\.wasm$/, ".wat");
  const run = (command, ...options) => execFileSync(command, [...features, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  run("wasm-dis", file, "-o", text);
  const { before, functions, after } = parts(readFileSync(text, "utf8"));
  writeFileSync(text, [...before, ...chain(functions).map((index) => functions[index].join("\n")), ...after].join("\n"));
  // No optimizer after this: it would put the functions most called first again.
  run("wasm-as", text, "-o", file);
}

// Binaryen prints one function after another, each from a line ` (func …` to a line ` )`.
function parts(text) {
  const [before, functions, after] = [[], [], []];
  let open = false;
  for (const line of text.split("\n")) {
    if (line.startsWith(" (func ")) {
      functions.push([line]);
      open = true;
    } else if (open) {
      functions.at(-1).push(line);
      open = !line.startsWith(" )");
    } else {
      (functions.length === 0 ? before : after).push(line);
    }
  }
  if (functions.length === 0) throw new Error("no functions are where wasm-dis used to print them: see .ci/order.mjs");
  return { before, functions, after };
}

// Each function is followed by the one most like it among those left: what both hold, weighed by how rare it is, in
// relation to what either holds. Of equals the first goes before, so that the same functions are always in the same order.
function chain(functions) {
  // Every shingle has a number, and a list of the functions that hold it.
  const numbers = new Map();
  const holders = [];
  const shingles = functions.map((lines, index) => {
    const trimmed = lines.map((line) => line.trim());
    const own = new Set();
    for (let start = 0; start === 0 || start + LINES <= trimmed.length; start++) {
      const shingle = trimmed.slice(start, start + LINES).join("\n");
      if (!numbers.has(shingle)) numbers.set(shingle, holders.push([]) - 1);
      own.add(numbers.get(shingle));
    }
    for (const shingle of own) holders[shingle].push(index);
    return [...own];
  });
  const rarity = holders.map((all) => Math.log(functions.length / all.length) + 0.1);
  const weight = shingles.map((own) => own.reduce((sum, shingle) => sum + rarity[shingle], 0));
  const left = new Set(functions.keys());
  const order = [];
  for (let current = 0; current !== undefined; ) {
    order.push(current);
    left.delete(current);
    const shared = new Map();
    for (const shingle of shingles[current]) {
      if (holders[shingle].length >= COMMON) continue;
      for (const other of holders[shingle]) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + rarity[shingle]);
    }
    let next, best = -1;
    for (const [other, both] of shared) {
      const like = both / (weight[other] + weight[current] - both + 1);
      if (like > best || (like === best && other < next)) [next, best] = [other, like];
    }
    current = next ?? left.values().next().value;
  }
  return order;
}
