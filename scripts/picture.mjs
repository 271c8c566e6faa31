// node scripts/picture.mjs: the picture of the page in the README, docs/page.png, from the page as built.
import { statSync } from "node:fs";
import { withPage } from "./lib/browser.mjs";
import { at } from "./lib/paths.mjs";

const path = at("docs/page.png");
const report = await withPage(async (browser, url) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB", timezoneId: "UTC" });
  await page.addInitScript(() => {
    globalThis.reported = new Promise((resolve) =>
      addEventListener("on-record-report", ({ detail }) => detail.claims.length > 0 && resolve(detail)),
    );
  });
  await page.goto(url);
  await page.getByRole("button", { name: "Load an example" }).click();
  const report = await page.evaluate(() => globalThis.reported);
  // The marks are drawn, and the pointer is nowhere.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path });
  return report;
});
const { conflict, outdated, disputed } = report.summary;
console.log(`docs/page.png: ${statSync(path).size} bytes; ${conflict} conflict, ${outdated} outdated, ${disputed} disputed`);
