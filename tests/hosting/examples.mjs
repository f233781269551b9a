// The example host pages from a server that runs by static/hosting/nginx.conf, in a browser.
//   node tests/hosting/examples.mjs http://127.0.0.1:8080/ 92
import { api } from "../engines/api.mjs";
import { embed } from "../engines/embed.mjs";
import { Visit } from "../engines/visit.mjs";

const [home, engine] = process.argv.slice(2);
const visit = await Visit.begin(engine);
await embed(visit, home);
await api(visit, home);
// What a mini-program is told, by the stand-in.
await visit.page.goto(`${home}embed/alipay.html`, { timeout: 30_000 });
await visit.see("#log", '"type":"ready"');
await visit.page.goto(`${home}embed/messages.html`, { timeout: 30_000 });
await visit.see("#log", '"type":"ready"');
// An operator who has not put a bridge there has none.
const problems = visit.problems.filter((problem) => !/\/bridge\/alipay\.js$/.test(problem));
if (problems.length > 0) throw new Error(problems.join("; "));
await visit.end();
console.log("==> the examples work from there");
process.exit(0);
