/* Puts Carbon Points where this tag stands, in a frame as tall as what is in it. See embed/README.md.
 *
 *   <script src="https://points.example/embed.js" data-theme="dark" data-language="en" data-district="xicheng"
 *     data-font="20" async></script>
 */
(function () {
  var tag = document.currentScript;
  if (!tag || !tag.parentNode) return;
  var page = new URL("./", tag.src);
  var english = tag.getAttribute("data-language") === "en";

  // The page's own names for what the tag says.
  var names = { theme: "theme", language: "lang", district: "district", font: "font" };
  var query = ["framed=1"];
  for (var name in names) {
    var value = tag.getAttribute("data-" + name);
    if (value) query.push(names[name] + "=" + encodeURIComponent(value));
  }

  function pixels(attribute, otherwise) {
    var given = parseInt(tag.getAttribute(attribute), 10);
    return given > 0 ? given : otherwise;
  }
  var most = pixels("data-max-height", 6000);
  var height = Math.min(pixels("data-height", 720), most);
  var before = 0;
  var at = 0;

  var frame = document.createElement("iframe");
  frame.title = tag.getAttribute("data-title") || (english ? "Carbon Points" : "碳惠账本");
  frame.setAttribute("loading", tag.getAttribute("data-loading") || "lazy");
  frame.setAttribute("allow", "clipboard-write");
  // A server may keep the referrer to itself; the page has to know which site it is in.
  frame.setAttribute("referrerpolicy", "origin");
  frame.style.cssText = "display:block;width:100%;border:0;height:" + height + "px";
  frame.src = page.href + "?" + query.join("&") + (tag.getAttribute("data-screen") || "");

  addEventListener("message", function (event) {
    var said = event.data;
    if (event.source !== frame.contentWindow || event.origin !== page.origin) return;
    if (!said || said.carbonPoints !== 1 || said.type !== "height" || typeof said.px !== "number") return;
    var next = Math.min(Math.max(240, Math.ceil(said.px)), most);
    var now = Date.now();
    // Going back at once to a height just left is a layout that cannot decide: the larger one stays.
    if (!(next > 0) || next === height || (next < height && next === before && now - at < 500)) return;
    before = height;
    height = next;
    at = now;
    frame.style.height = next + "px";
  });

  tag.parentNode.insertBefore(frame, tag.nextSibling);
})();
