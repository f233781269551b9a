// The page in a frame and in a web-view, in engines as web-views have them.

export async function embed(visit, home) {
  // One tag: the frame becomes as tall as what is in it.
  await visit.page.goto(`${home}embed/iframe.html`, { timeout: 30_000 });
  await visit.page.waitForFunction(() => {
    const frame = document.querySelector(".frame iframe");
    const root = frame && frame.contentDocument && frame.contentDocument.documentElement;
    const ready = root && root.querySelector("#main[data-ready=true]");
    return ready && frame.clientHeight !== 720 && frame.clientHeight === Math.ceil(root.getBoundingClientRect().height);
  }, { timeout: 30_000 });
  await visit.looks("embed-tag");

  // A web-view that brings its bridge: what was recorded is told once that was agreed to.
  await visit.page.evaluateOnNewDocument(() => {
    window.told = [];
    window.wx = { miniProgram: { postMessage: (message) => window.told.push(message.data) } };
  });
  await visit.page.goto(`${home}?host=weixin&ask=summary&lang=zh&theme=dark#/me`, { timeout: 30_000 });
  await visit.see("[data-testid=consent]", "微信小程序");
  await visit.looks("embed-consent");
  await visit.press("[data-testid=agree]");
  await visit.see("[data-testid=withdraw]");
  await visit.press("[data-testid=picture-make]");
  await visit.see("[data-testid=hosts]", "长按图片");
  await visit.page.waitForFunction(() => document.querySelector("[data-testid=picture]").naturalWidth === 750, { timeout: 30_000 });
  await visit.looks("embed-hosts");
  await visit.press("[data-testid=withdraw]");
  await visit.page.waitForFunction(() => document.querySelector("[data-testid=withdraw]") === null, { timeout: 30_000 });
  const told = await visit.page.evaluate(() => window.told.map((message) => message.state || message.type).join(" "));
  if (told !== "ready agreed summary withdrawn") throw new Error(`the mini-program was told: ${told}`);
}
