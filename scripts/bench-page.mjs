// npm run bench:page: how long the page takes, in headless Chromium with a cold cache and a local server.
import { withPage } from "./lib/browser.mjs";
import { at } from "./lib/paths.mjs";

const RUNS = 9;

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const show = (title, values) =>
  console.log(`${title.padEnd(44)} p50 ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`);

const { text } = (await import(at("www/src/example.json"), { with: { type: "json" } })).default;
const first = [];
const keys = [];
await withPage(async (browser, url) => {
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript((text) => {
      globalThis.reported = new Promise((resolve) =>
        addEventListener("on-record-report", ({ detail }) => detail.claims.length > 0 && resolve(performance.now())),
      );
      customElements.whenDefined("on-record").then(() => (document.querySelector("on-record").value = text));
    }, text);
    await page.goto(url);
    first.push(await page.evaluate(() => globalThis.reported));
    if (run === RUNS - 1) {
      await page.getByRole("textbox", { name: "Text to check" }).focus();
      await page.evaluate(() => {
        globalThis.typed = [];
        let pressed = 0;
        addEventListener("input", () => (pressed = performance.now()), { capture: true });
        addEventListener("on-record-report", () => globalThis.typed.push(performance.now() - pressed));
      });
      for (const key of "The line is open. ".repeat(3)) {
        await page.keyboard.type(key);
        await page.waitForTimeout(150);
      }
      keys.push(...(await page.evaluate(() => globalThis.typed)));
    }
    await context.close();
  }
});
show("navigation to first report of the example", first);
if (keys.length) show(`keystroke to marks, ${text.split(/\s+/).length} words`, keys);
