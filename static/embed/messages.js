// A host that says everything there is to say, and shows what it hears.
(function () {
  var asked = new URLSearchParams(location.search).get("app");
  var app = new URL(asked && /^https?:/.test(asked) ? asked : "../", location.href);
  var frame = document.getElementById("app");
  var log = document.getElementById("log");

  var sayings = {
    summary: { type: "summary" },
    prefill: { type: "prefill", activity: { kind: "trip", date: today(), legs: [{ mode: "rail", km: "12.5" }] } },
    wrong: { type: "prefill", activity: { kind: "trip", date: today(), legs: [{ mode: "rocket", km: "-1" }] } },
    dark: { type: "set", theme: "dark" },
    light: { type: "set", theme: "light" },
    en: { type: "set", language: "en" },
    zh: { type: "set", language: "zh" },
    device: { type: "set", theme: null },
    district: { type: "set", district: "xicheng" },
    missing: { type: "set", district: "haidian" },
    citywide: { type: "set", district: null },
  };

  // The page counts days as Beijing does.
  function today() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  }

  function note(arrow, message) {
    log.textContent = arrow + " " + JSON.stringify(message) + "\n" + log.textContent;
  }

  // Tests and the curious find here what was heard, oldest first.
  var heard = (window.heard = []);
  window.say = function (message) {
    note("→", message);
    frame.contentWindow.postMessage(message, app.origin);
  };

  addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow || event.origin !== app.origin) return;
    heard.push(event.data);
    note("←", event.data);
    if (event.data.type === "summary") {
      document.getElementById("summary").textContent = JSON.stringify(event.data, null, 2);
    }
    if (event.data.type === "consent" && event.data.state === "withdrawn") {
      document.getElementById("summary").textContent = "（居民收回了同意）";
    }
  });

  document.addEventListener("click", function (event) {
    var saying = event.target.getAttribute && sayings[event.target.getAttribute("data-say")];
    if (saying) window.say(Object.assign({ carbonPoints: 1 }, saying));
  });

  frame.src = app.href;
})();
