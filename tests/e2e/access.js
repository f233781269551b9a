// The body of a function of one argument, the least size of text in pixels: what on this screen falls short of the
// measures for the elderly (GB-style guide: text, targets of 60 by 60) or sticks out sideways. 0 asks for the latter only.
const least = arguments[0];
const found = [];
const named = (element) => `${element.localName}.${[...element.classList].join(".")} “${(element.innerText || element.name || "").trim().slice(0, 16)}”`;

const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
if (wide > 0) {
  const out = [...document.querySelectorAll("#app *")].filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5);
  found.push(`${wide} pixels too wide: ${out.slice(0, 5).map(named).join(", ")}`);
}

// What stands in a field is read whole. A date takes what its digits do, and beside them a button of the browser's.
const pen = document.createElement("canvas").getContext("2d");
for (const field of document.querySelectorAll("input:not([type=radio]):not([type=checkbox]):not([type=range])")) {
  const style = getComputedStyle(field);
  if (field.clientWidth < 2) continue;
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
  // Firefox leaves the padding of a field out of its clientWidth.
  const room = field.getBoundingClientRect().width - parseFloat(style.borderLeftWidth) - parseFloat(style.borderRightWidth);
  const text = field.type === "date" ? pen.measureText("0000/00/00").width + 24 : pen.measureText(field.value).width;
  if (text + padding > room + 1) found.push(`${named(field)}: ${Math.ceil(text + padding)} pixels in a field of ${Math.round(room)}`);
}
if (least === 0) return found;

// Seen only by screen readers, or drawn, or not there.
const hidden = (element) => element.closest(".visually-hidden, .skip, svg, script, style, noscript, [hidden]");

const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const { data, parentElement: parent } = texts.currentNode;
  if (!data.trim() || !parent || hidden(parent)) continue;
  const range = document.createRange();
  range.selectNodeContents(texts.currentNode);
  if (range.getClientRects().length === 0) continue;
  const style = getComputedStyle(parent);
  if (parseFloat(style.fontSize) < least - 0.01) found.push(`${named(parent)}: ${style.fontSize} instead of ${least}px`);
  const leading = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
  // One line in a control has no neighbour.
  if (leading < 1.299 && !parent.closest("button, .button, select, .figure")) found.push(`${named(parent)}: lines ${leading.toFixed(2)} apart`);
}

// The letters of a drawing grow and shrink with it.
for (const text of document.querySelectorAll("svg text")) {
  const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
  if (text.getClientRects().length > 0 && size < least - 0.5) found.push(`${named(text)}: drawn ${size.toFixed(1)}px instead of ${least}px`);
}

// A link inside a sentence is as high as its line, as WCAG 2.5.8 allows.
const inSentence = (element) =>
  element.localName === "a" && getComputedStyle(element).display === "inline" &&
  [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

for (const control of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
  if (hidden(control) || control.disabled || inSentence(control)) continue;
  let { width, height } = control.getBoundingClientRect();
  const label = control.closest("label");
  if (label) {
    const box = label.getBoundingClientRect();
    [width, height] = [Math.max(width, box.width), Math.max(height, box.height)];
  }
  if (width < 2 || height < 2) continue;
  if (width < 59.5 || height < 59.5) found.push(`${named(control)}: ${Math.round(width)}x${Math.round(height)} to touch`);
}
return [...new Set(found)];
