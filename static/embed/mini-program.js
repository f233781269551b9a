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
    frame.src = "../?host=" + host + "&ask=summary&hostname=" + encodeURIComponent("示例区") + (entries ? "&entries=" + entries : "");
  }

  frame.addEventListener("load", function () {
    if (frame.contentWindow.location.href !== "about:blank") bridge();
  });

  function handOver() {
    if (late && waiting.length > 0) deliver(waiting);
    waiting = [];
  }

  function leave() {
    // The page is gone before anybody hears what it said.
    frame.src = "about:blank";
    handOver();
  }

  function on(id, act) {
    var button = document.getElementById(id);
    if (button) button.addEventListener("click", act);
  }

  on("back", leave);
  // The mini-program is closed: its page goes, and the web-view with it.
  on("destroy", leave);
  // The page stays, and goes on saying things.
  on("share", handOver);
  on("again", open);
  open();
})();
