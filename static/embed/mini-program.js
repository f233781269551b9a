// Stands in for a mini-program: gives the page a bridge, and delivers as late as the real one.
(function () {
  var host = document.currentScript.getAttribute("data-host");
  var late = host === "weixin";
  var frame = document.getElementById("app");
  var log = document.getElementById("log");
  var waiting = [];
  // What the mini-program has got, delivery by delivery.
  var delivered = (window.delivered = []);

  function deliver(said) {
    delivered.push(said);
    log.textContent += JSON.stringify(said, null, late ? 1 : 0) + "\n";
  }

  // The page's own message never comes back to it: what is given away is a copy.
  function take(message) {
    var said = JSON.parse(JSON.stringify(message));
    if (late) waiting.push(said.data);
    else deliver(said);
  }

  function bridge() {
    var inside = frame.contentWindow;
    if (late) inside.wx = { miniProgram: { postMessage: take } };
    else inside.my = { postMessage: take };
  }

  function open() {
    var entries = 0;
    delivered.forEach(function (said) {
      [].concat(said).forEach(function (message) {
        if (message.type === "summary") entries = message.entries;
      });
    });
    frame.src = "../?host=" + host + "&ask=summary" + (entries ? "&entries=" + entries : "");
  }

  frame.addEventListener("load", function () {
    if (frame.contentWindow.location.href !== "about:blank") bridge();
  });

  document.getElementById("back").addEventListener("click", function () {
    // The page is gone before anybody hears what it said.
    frame.src = "about:blank";
    if (late && waiting.length > 0) deliver(waiting);
    waiting = [];
  });
  document.getElementById("again").addEventListener("click", open);
  open();
})();
