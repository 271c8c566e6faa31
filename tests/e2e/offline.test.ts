// After the first visit the page works without a network.
import { serve } from "../../scripts/lib/serve.mjs";
import { Widget, expect, test } from "./page.ts";

test.use({ serviceWorkers: "allow" });

test("offline: a reload and a check; nothing large was loaded twice for it", async ({ page, context }) => {
  const asked: string[] = [];
  const server = await serve(new URL("../../build/page", import.meta.url).pathname, { seen: (url) => asked.push(url) });
  const widget = new Widget(page, server.url);
  await widget.open();
  await page.getByRole("button", { name: "Load an example" }).click();
  await expect(widget.cards.first()).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    }
  });
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("button", { name: "Load an example" }).click();
  await expect(widget.cards.first()).toBeVisible();
  await server.close();
  for (const ending of [".wasm", ".pack"]) expect(asked.filter((url) => url.endsWith(ending)), ending).toHaveLength(1);
});

test("the page can be installed", async ({ widget, page, served }) => {
  await widget.open();
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await fetch(new URL(href!, served.url))).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "./" });
  for (const { src } of manifest.icons) expect((await fetch(new URL(src, served.url))).status).toBe(200);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs, and offers nothing that does nothing", async ({ page, served }) => {
    await page.goto(served.url);
    await expect(page.locator("noscript")).toBeVisible();
    await expect(page.getByRole("button")).toHaveCount(0);
  });
});
