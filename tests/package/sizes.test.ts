// What a visitor loads, held to its bounds.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { expect, test } from "@playwright/test";
import { serve } from "../../scripts/lib/serve.mjs";
import { root } from "./packed.ts";

const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

test("a first visit loads at most 1.2 MB, its scripts at most 40 KB", async ({ page }) => {
  // Compressing at the highest level takes its time.
  test.slow();
  const server = await serve(join(root, "build/page"));
  const paths = new Set<string>();
  // All requests, the worker's too; Playwright gives no body for those, and the files are the same.
  page.context().on("request", (request) => {
    if (request.url().startsWith(server.url)) paths.add(new URL(request.url()).pathname);
  });
  try {
    await page.goto(server.url);
    await page.getByRole("button", { name: "Load an example" }).click();
    await expect(page.locator("article.card").first()).toBeVisible();
  } finally {
    await server.close();
  }
  const file = (path: string) => readFileSync(join(root, "build/page", path === "/" ? "index.html" : path));
  const sizes = new Map(Array.from(paths, (path) => [path, brotli(file(path))]));
  const sum = (ending: string) => [...sizes].reduce((all, [path, size]) => all + (path.endsWith(ending) ? size : 0), 0);
  for (const ending of [".wasm", ".pack", ".js", ".css"]) expect(sum(ending), ending).toBeGreaterThan(0);
  expect(sum("")).toBeLessThanOrEqual(1_200_000);
  expect(sum(".js")).toBeLessThanOrEqual(40_000);
});

test("the package holds one engine, and its scripts for a page are as small", () => {
  const folder = join(root, "dist");
  const names = readdirSync(folder);
  expect(names.filter((name) => name.endsWith(".wasm"))).toEqual(["engine.wasm"]);
  const needed = ["define.js", "worker.js", ...names.filter((name) => /^(element|checker)-/.test(name))];
  expect(needed.length).toBeGreaterThanOrEqual(4);
  const total = needed.reduce((sum, name) => sum + brotli(readFileSync(join(folder, name))), 0);
  expect(total).toBeLessThanOrEqual(40_000);
});
