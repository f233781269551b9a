// However a test ends, its browser ends with it: by an error, interrupted, told to end, or killed.
//   node tests/engines/ends.mjs 92
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [engine, how] = process.argv.slice(2);

// The test that ends: it says which browser it has, and waits or fails.
if (how) {
  const { Visit, served } = await import("./visit.mjs");
  const home = await served();
  const visit = await Visit.begin(engine);
  await visit.page.goto(home, { timeout: 30_000 });
  console.log(visit.browser.process().pid);
  if (how === "error") throw new Error("as it was asked to");
  setInterval(() => {}, 1000);
} else {
  for (const how of ["error", "SIGINT", "SIGTERM", "SIGKILL"]) await ends(how);
  console.log(`Chromium ${engine} ends with its test ... ok`);
}

async function ends(how) {
  const test = spawn(process.execPath, [fileURLToPath(import.meta.url), engine, how], { stdio: ["ignore", "pipe", "ignore"] });
  const over = new Promise((resolve) => test.once("exit", resolve));
  const browser = await new Promise((resolve, reject) => {
    test.stdout.once("data", (said) => resolve(Number(said)));
    test.once("exit", () => reject(new Error(`${how}: no browser was started`)));
  });
  if (how !== "error") test.kill(how);
  await over;
  for (let tries = 0; runs(browser); tries += 1) {
    if (tries === 3000) {
      process.kill(-browser, "SIGKILL");
      throw new Error(`${how}: the browser ${browser} outlived its test`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// One that has ended and was not yet cleared away runs no more.
function runs(pid) {
  return existsSync(`/proc/${pid}/stat`) && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}
