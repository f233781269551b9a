// The one tag, in a page made of what it asks for: how tall the frame becomes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { runInNewContext } from "node:vm";

const SOURCE = readFileSync("static/embed.js", "utf8");

/** The height of the frame at first, and after the page in it said each of these heights. */
function heights(attributes, told) {
  const frame = { style: {}, contentWindow: {}, setAttribute() {} };
  let hear;
  const tag = { src: "https://points.example/embed.js", getAttribute: (name) => attributes[name] ?? null, parentNode: { insertBefore() {} } };
  runInNewContext(SOURCE, { document: { currentScript: tag, createElement: () => frame }, URL, addEventListener: (_, listener) => (hear = listener) });
  const now = () => Number(/height:(\d+)px/.exec(frame.style.cssText)[1]);
  return [now(), ...told.map((px) => {
    frame.style.height = undefined;
    hear({ source: frame.contentWindow, origin: "https://points.example", data: { carbonPoints: 1, type: "height", px } });
    return frame.style.height && Number.parseInt(frame.style.height, 10);
  })];
}

test("the frame is as tall as what is in it, at least 240 pixels and at most 6000", () => {
  assert.deepEqual(heights({}, [1234.2, 100, 9000]), [720, 1235, 240, 6000]);
});

test("the host's own limit holds, however low", () => {
  assert.deepEqual(heights({ "data-max-height": "200" }, [1234, 100]), [200, undefined, undefined]);
  assert.deepEqual(heights({ "data-max-height": "900", "data-height": "300" }, [1234]), [300, 900]);
});
