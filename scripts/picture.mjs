// node scripts/picture.mjs: the picture of the page in the README, docs/page.png, from the page as built.
import { statSync } from "node:fs";
import { everything } from "./lib/build.mjs";
import { at } from "./lib/paths.mjs";
import { orExplain } from "./lib/run.mjs";
import { serve } from "./lib/serve.mjs";
import { chromium as findChromium, node, nodeModules, wasmTools } from "./lib/setup.mjs";

const executablePath = await orExplain(async () => {
  node();
  await nodeModules();
  await wasmTools();
  await everything();
  return findChromium();
});
const { chromium } = await import("@playwright/test");
const server = await serve(at("build/page"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB", timezoneId: "UTC" });
await page.addInitScript(() => {
  globalThis.reported = new Promise((resolve) =>
    addEventListener("on-record-report", ({ detail }) => detail.claims.length > 0 && resolve(detail)),
  );
});
await page.goto(server.url);
await page.getByRole("button", { name: "Load an example" }).click();
const report = await page.evaluate(() => globalThis.reported);
// The marks are drawn, and the pointer is nowhere.
await page.mouse.move(0, 0);
await page.waitForTimeout(500);
const path = at("docs/page.png");
await page.screenshot({ path });
await browser.close();
await server.close();
const { conflict, outdated, disputed } = report.summary;
console.log(`docs/page.png: ${statSync(path).size} bytes; ${conflict} conflict, ${outdated} outdated, ${disputed} disputed`);
