// Starts the page; .ci/finish.mjs puts this into one file with what the compiler wrote for it.
import init from "./page.js";

// Relative to this file, and so in any folder of any server.
// Without WebAssembly the page says so already (guard.js).
if (typeof WebAssembly === "object") init({ module_or_path: new URL("CODE", import.meta.url) }).then(started);

function started() {
  // Refused in a private window, in a sandboxed frame and at an address without a certificate: nothing else needs it.
  var workers;
  try {
    workers = navigator.serviceWorker;
  } catch (refused) {}
  if (workers) offline(workers);
}

// Keeps the page for when there is no network, once it works.
function offline(workers) {
  workers.register(new URL("sw.js", document.baseURI)).then((registration) => {
    // Some browsers that are told to keep nothing answer with nothing.
    if (!registration) return;
    const waits = () => {
      // The first worker of all waits for a moment too, with nothing before it.
      const { waiting, active } = registration;
      if (!waiting || waiting.state !== "installed" || !active || !workers.controller) return;
      // For whoever listens later (src/platform/update.rs).
      document.documentElement.setAttribute("data-newer", "");
      dispatchEvent(new CustomEvent("newversion"));
    };
    const watch = (worker) => worker && worker.addEventListener("statechange", waits);
    waits();
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    // A page that is never opened anew asks by itself (src/platform/update.rs).
    addEventListener("seekversion", () => registration.update().catch(() => {}));
    // The resident agreed to the new version: it takes over, and this tab is opened again by it.
    addEventListener("takeversion", () => {
      if (!registration.waiting) return location.reload();
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
  }, () => {});
}
