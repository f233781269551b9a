// Part of the tests only: remembers what went wrong in this document.
(function () {
  var errors = (window.__e2eErrors = []);
  function note(kind, what) {
    errors.push(kind + ": " + (what && what.message ? what.message : String(what)));
  }
  window.addEventListener("unhandledrejection", function (event) { note("unhandled rejection", event.reason); });
  // Capturing, because a script, style sheet or image that fails to load tells only itself.
  window.addEventListener("error", function (event) {
    var target = event.target;
    if (target && target !== window) note("not loaded", target.src || target.href || target.tagName);
    else note("error", event.error || event.message);
  }, true);
  window.addEventListener("securitypolicyviolation", function (event) { note("content policy", event.violatedDirective + " " + event.blockedURI); });
  var original = console.error;
  console.error = function () {
    note("console.error", Array.prototype.join.call(arguments, " "));
    original.apply(console, arguments);
  };
})();
