// The page as built, served and opened in headless Chromium.
import { everything } from "./build.mjs";
import { at } from "./paths.mjs";
import { orExplain } from "./run.mjs";
import { serve } from "./serve.mjs";
import { chromium as findChromium, node, nodeModules, wasmTools } from "./setup.mjs";

/** Builds the page and calls `use` with a browser and the page's address; both are closed after it. */
export async function withPage(use) {
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
  try {
    return await use(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}
