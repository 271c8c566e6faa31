// Every example of docs/embedding.md, run as it stands there.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, expect, test } from "@playwright/test";
import { build as viteBuild, createServer as viteServer } from "vite";
import webpack from "webpack";
import { serve } from "../../scripts/lib/serve.mjs";
import { packed, root } from "./packed.ts";

test.describe.configure({ mode: "serial" });

const WRONG = "Tram line 9 has twelve stops.";
const guide = readFileSync(join(root, "docs/embedding.md"), "utf8");
const examples = new Map(Array.from(guide.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms), ([, , name, body]) => [name!, body!]));
const policy = examples.get("policy")!.trim();
const seen = new Set<string>();
let folder: string;

/** The example of this name. */
function example(name: string): string {
  seen.add(name);
  return examples.get(name)!;
}

test.beforeAll(() => {
  folder = packed();
  for (const name of ["line9.record.json", "desk.css"]) writeFileSync(join(folder, name), example(name));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a folder's page under the policy of the guide; what the browser complains of fails the test. */
async function opened(page: Page, { at = folder, allow = policy, use }: { at?: string; allow?: string; use(url: string): Promise<void> }) {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(`${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const server = await serve(at, { policy: allow });
  try {
    await use(server.url);
    expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
  } finally {
    await server.close();
  }
}

function html(page: Page, name: string, use: () => Promise<void>, allow?: string): Promise<void> {
  writeFileSync(join(folder, "index.html"), example(name));
  return opened(page, {
    ...(allow && { allow }),
    async use(url) {
      await page.goto(url);
      await use();
    },
  });
}

const card = (page: Page) => page.locator("article.card");

test("five-minutes", ({ page }) =>
  html(page, "five-minutes", async () => {
    await page.getByRole("textbox", { name: "Text to check" }).focus();
    await page.keyboard.insertText(WRONG);
    await expect(card(page)).toContainText("fourteen");
  }));

test("watch", ({ page }) =>
  html(page, "watch", async () => {
    await page.getByLabel("Story").fill(WRONG);
    await expect(card(page)).toContainText("fourteen");
  }));

// This one has its script in the page, which the policy would not allow.
test("events", ({ page }) =>
  html(page, "events", async () => expect(page.locator("#said")).toHaveText(/^1 of \d+$/), "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'"));

test("theme", ({ page }) =>
  html(page, "theme", async () => {
    await expect(page.getByText("Paste your story on the left.")).toBeVisible();
    const editor = page.getByRole("textbox", { name: "Text to check" });
    await expect(editor).toHaveCSS("background-color", "rgb(255, 253, 245)");
    await expect(editor).toHaveCSS("font-family", "Georgia, serif");
    await editor.focus();
    await page.keyboard.insertText(WRONG);
    await expect(card(page).getByRole("heading")).toHaveCSS("color", "rgb(180, 0, 90)");
  }));

for (const [name, says] of [
  ["checker", /^conflict .*fourteen.*\n\[ \[ '2022-05-01', 1 \] \]\n$/],
  ["errors", /^record-invalid 1 February 2022 has 28 days\n$/],
] as const) {
  test(name, () => {
    writeFileSync(join(folder, `${name}.mjs`), example(name));
    expect(execFileSync(process.execPath, [`${name}.mjs`], { cwd: folder, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "0" } })).toMatch(says);
  });
}

/** An application that imports the package, and the pages of what a bundler makes of it. */
const MAIN = `import { createChecker } from "on-record";
  import "on-record/define";
  const element = document.querySelector("on-record");
  element.checker = await createChecker({ record: "/line9.record.json" });
  element.value = ${JSON.stringify(WRONG)};
  document.title = String((await createChecker()).info().statements);`;
const INDEX = (script: string) =>
  `<!doctype html><html lang="de"><title>…</title><body><on-record date="2022-06-02" as-of="2024-01-15"></on-record><script type="module" src="${script}"></script></body></html>`;

function application(script: string): void {
  writeFileSync(join(folder, "main.js"), MAIN);
  writeFileSync(join(folder, "index.html"), INDEX(script));
}

/** The element with a record of its own, in a language that is loaded by itself, and the bundled record. */
async function works(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(card(page).getByRole("heading")).toContainText("Widerspricht der Sammlung");
  await expect(page).toHaveTitle(/^\d{4}$/);
}

function publish(to: string, script: string): void {
  writeFileSync(join(folder, to, "line9.record.json"), example("line9.record.json"));
  if (script) writeFileSync(join(folder, to, "index.html"), INDEX(script));
}

test("vite.config.js, built", async ({ page }) => {
  application("/main.js");
  writeFileSync(join(folder, "vite.config.js"), example("vite.config.js"));
  await viteBuild({ root: folder, logLevel: "error", build: { outDir: "vite", target: "esnext" } });
  publish("vite", "");
  await opened(page, { at: join(folder, "vite"), use: (url) => works(page, url) });
});

test("vite.config.js, development server", async ({ page }) => {
  application("/main.js");
  const server = await viteServer({ root: folder, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  try {
    await works(page, server.resolvedUrls!.local[0]!);
  } finally {
    await server.close();
  }
});

test("webpack.config.mjs", async ({ page }) => {
  application("");
  writeFileSync(join(folder, "webpack.config.mjs"), example("webpack.config.mjs"));
  const { default: config } = await import(join(folder, "webpack.config.mjs"));
  await new Promise<void>((resolve, reject) => {
    webpack({ ...config, context: folder, output: { ...config.output, path: join(folder, "webpack") } }, (error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats!.toString("errors-only"))) : resolve(),
    );
  });
  publish("webpack", "main.js");
  await opened(page, { at: join(folder, "webpack"), allow: `${policy} webpack`, use: (url) => works(page, url) });
});

test("build.mjs", async ({ page }) => {
  application("");
  // esbuild is not what is tested: it is taken from here.
  const esbuild = join(root, "node_modules/esbuild/lib/main.js");
  writeFileSync(join(folder, "build.mjs"), example("build.mjs").replace('"esbuild"', JSON.stringify(esbuild)));
  execFileSync(process.execPath, ["build.mjs"], { cwd: folder });
  publish("dist", "main.js");
  await opened(page, { at: join(folder, "dist"), use: (url) => works(page, url) });
});

test("every example was run", () => {
  seen.add("policy");
  expect([...examples.keys()].sort()).toEqual([...seen].sort());
});
