// Runs in the page, where one trip was recorded: puts older entries before it until the ledger is as long as asked for,
// so many on today and each recent day, and the rest on the days since the rules began. What they hold differs, and is
// the same in every run: ways, kilometres from 0.1 to 40, everyday actions, and hours of
// the day. Each is worth what the rules say.
async (length, aDay) => {
  const request = indexedDB.open("carbon-points");
  const asked = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const database = await asked(request);
  const transaction = database.transaction("entries", "readwrite");
  const entries = transaction.objectStore("entries");
  const [first] = await asked(entries.getAll());
  const one = JSON.parse(first);
  const today = Date.parse(one.activity.date);
  const since = Math.floor((today - Date.parse("2021-01-01")) / 86_400_000);
  const day = (ago) => new Date(today - ago * 86_400_000).toISOString().slice(0, 10);
  // A small generator (mulberry32), so that every run fills in the same.
  let seed = 20261122;
  const below = (most) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const name = () => Array.from({ length: 26 }, (_, place) => alphabet[below(place === 0 ? 8 : 32)]).join("");
  // Milligrams of CO2 that a kilometre avoids.
  const ways = [["rail", 72_000], ["bus", 52_000], ["bike", 95_300], ["walk", 104_000]];
  const trip = (ago) => {
    const [mode, each] = ways[below(ways.length)];
    const metres = 100 * (1 + below(mode === "rail" || mode === "bus" ? 400 : 80));
    const carbon = Math.round((metres * each) / 1000);
    const activity = { kind: "trip", date: day(ago), legs: [{ mode, km: String(metres / 1000) }] };
    return { activity, verdict: "credited", carbon_mg: carbon, points: Math.floor(carbon / 20_000 + 0.5) };
  };
  const action = (ago) => {
    const count = 1 + below(3);
    const activity = { kind: "action", date: day(ago), action: "clean_plate", count: String(count) };
    return { activity, verdict: "credited", carbon_mg: 449_000 * count, points: Math.floor(22.45 * count + 0.5) };
  };
  // As many entries a day as asked for, on as many recent days as that takes, at most half of all; the rest further back.
  const dense = Math.min(since - 1, Math.max(1, Math.floor(length / 2 / aDay)));
  const daysAgo = Array.from({ length: length - 1 }, (_, place) => {
    const recent = Math.floor(place / aDay);
    return recent < dense ? recent : dense + (place % Math.max(1, since - dense));
  });
  entries.clear();
  for (const ago of daysAgo.sort((a, b) => b - a)) {
    const { activity, ...worth } = below(6) === 0 ? action(ago) : trip(ago);
    entries.add(JSON.stringify({ ...one, ...worth, id: name(), at: one.at - ago * 86_400_000 - 1_000 - below(30_000_000), activity }));
  }
  entries.add(first);
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  database.close();
  return length;
};
