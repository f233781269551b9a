// The body of a function of one argument, "light" or "dark": shows the page in that scheme and returns how many texts and
// controls it looked at, and each one that is too faint. What counts is WCAG 2.2: 1.4.3 for texts, 1.4.11 for controls.
const scheme = arguments[0];

// Not every driver can ask for a scheme, so its rules are made to apply, or not to. The scheme of the system is out of it.
const APPLIES = "(min-width: 1px)";
for (const sheet of document.styleSheets)
  for (const rule of sheet.cssRules)
    if (rule.media && /prefers-color-scheme: ?dark|^not all$|^\(min-width: 1px\)$/.test(rule.media.mediaText))
      rule.media.mediaText = scheme === "dark" ? APPLIES : "not all";
document.documentElement.style.colorScheme = scheme;
// A colour on its way to another is neither.
// (Adopted, because the page's content policy forbids style sheets that stand in the page.)
if (document.adoptedStyleSheets.length === 0) {
  const still = new CSSStyleSheet();
  still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [still];
}

const styles = new Map();
const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);

// Red, green, blue from 0 to 255, and how opaque.
function colour(text) {
  const numbers = text.match(/[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  if (/^rgba?\(/.test(text)) return [...numbers.slice(0, 3), numbers[3] ?? 1];
  if (/^color\(srgb /.test(text)) return [...numbers.slice(0, 3).map((part) => part * 255), numbers[3] ?? 1];
  throw new Error(`this check does not know the colour ${text}`);
}
const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
const channel = (part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

// What stands behind an element, itself included, down to the canvas.
function behind(element) {
  if (!element) return scheme === "dark" ? [18, 18, 18, 1] : [255, 255, 255, 1];
  if (style(element).backgroundImage !== "none") throw new Error(`${named(element)} has a picture behind it, which this check cannot see`);
  const own = colour(style(element).backgroundColor);
  return own[3] === 1 ? own : over(own, behind(element.parentElement));
}
const opacity = (element) => (element ? Number(style(element).opacity) * opacity(element.parentElement) : 1);
const named = (element) => (element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : element.localName);

if (luminance(behind(document.body)) > 0.5 !== (scheme === "light")) throw new Error(`the page does not turn ${scheme}`);

let seen = 0;
const faint = new Set();
function look(element, paint, ground, least, what) {
  seen += 1;
  const [r, g, b, a] = colour(paint);
  const found = contrast(over([r, g, b, a * opacity(element)], ground), ground);
  if (found < least) faint.add(`${scheme} ${named(element)} ${what}: ${found.toFixed(2)} of ${least}`);
}

const exempt = (element) => element.closest(".visually-hidden, .skip, svg, script, style, noscript, :disabled, [aria-disabled=true]");
const folded = (element) => {
  const details = element.closest("details:not([open])");
  return details && !element.closest("summary");
};
const visible = (element) =>
  !exempt(element) && !folded(element) && style(element).visibility === "visible" && element.getClientRects().length > 0;
// Large are 24 pixels, or two thirds of an inch in bold.
const least = (element) => {
  const [size, weight] = [parseFloat(style(element).fontSize), Number(style(element).fontWeight)];
  return size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5;
};

const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const text = texts.currentNode.data.trim();
  if (text && element.localName !== "option" && visible(element)) look(element, style(element).color, behind(element), least(element), `“${text.slice(0, 20)}”`);
}

for (const text of document.querySelectorAll("svg text")) {
  if (!folded(text) && text.getClientRects().length > 0) look(text, style(text).fill, behind(text.closest("svg").parentElement), 4.5, `drawn “${text.textContent}”`);
}

// Controls are known by their border, or by a ground of their own. Buttons are known by their words.
for (const control of document.querySelectorAll("input:not([type=radio], [type=checkbox]), select, textarea, .tick__box")) {
  if (!visible(control)) continue;
  // A list that cannot be seen lies over what is drawn in its place.
  const drawn = opacity(control) > 0;
  if (drawn && control.value) look(control, style(control).color, behind(control), least(control), "typed");
  let frame = drawn ? control : control.parentElement;
  while (frame.parentElement && parseFloat(style(frame).borderBottomWidth) === 0) frame = frame.parentElement;
  if (contrast(behind(frame), behind(frame.parentElement)) < 3) look(frame, style(frame).borderBottomColor, behind(frame.parentElement), 3, "border");
}
return [String(seen), ...faint];
