// Stands in the page itself, before its content policy, which allows WebAssembly by 'wasm-unsafe-eval' and nothing else.
// Engines before Chromium 97 and Safari 16 do not know that word and would refuse the page's own code. Each engine is
// asked, in an empty frame under such a policy, and one that refuses gets the same policy without a word about
// WebAssembly: this writes it, and opens a comment that the policy for all others then stands in. In a sandboxed frame,
// where the page has no origin of its own, WebKit takes 'self' for nothing, so the page's origin is named there.
(function () {
  var frame, knows;
  try {
    frame = document.documentElement.appendChild(document.createElement("iframe"));
    var inside = frame.contentDocument;
    var policy = inside.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "script-src 'wasm-unsafe-eval'";
    inside.head.appendChild(policy);
    // The shortest module: its magic number and its version.
    knows = new frame.contentWindow.WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch (refused) {}
  if (frame) frame.parentNode.removeChild(frame);
  if (knows && self.origin !== "null") return;
  var policy = (knows ? "STRICT" : "LOOSE").replace(/'self'/g, location.protocol + "//" + location.host);
  document.write('<meta http-equiv="Content-Security-Policy" content="' + policy + '"><!--');
})();

// What index.html says until the page is drawn becomes what to do now, in engines too old to start and when a file is
// missing. Without scripts nothing is being opened, so that only this says so. Afterwards there is nothing left to say it with.
(function () {
  // Opened as a file of this device, where browsers keep a page from its own scripts.
  var alone = location.protocol === "file:";
  var tooOld = typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"));
  function failed() {
    var advice = document.getElementById(tooOld ? "engine-failed" : alone ? "file-failed" : "fetch-failed");
    if (advice) advice.hidden = false;
  }
  if (tooOld || alone) document.addEventListener("DOMContentLoaded", failed);
  // Capturing, because a script that cannot be fetched tells only itself.
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
})();

// What the address asks for before anything is drawn: light or dark, whether this is a public screen, and whether a host
// sizes the frame by the height of the page, which then must not follow that of the frame.
(function () {
  document.documentElement.setAttribute("data-scripted", "");
  var asked = /[?&](theme|framed|mode)=(\w+)/g, found;
  while ((found = asked.exec(location.search))) document.documentElement.setAttribute("data-" + found[1], found[2]);
})();
