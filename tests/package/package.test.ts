// The package as its users get it: packed, and put into an empty folder.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { serve } from "../../scripts/lib/serve.mjs";
import { packed, root } from "./packed.ts";

let folder: string;

test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  folder = packed();
  copyFileSync(join(root, "tests/e2e/fixture.record.json"), join(folder, "fixture.record.json"));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a module in the folder and gives what it prints, as JSON. */
function node(source: string): unknown {
  const file = join(folder, `run-${process.hrtime.bigint()}.mjs`);
  writeFileSync(file, source);
  return JSON.parse(execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" }));
}

test("every entry of the package is there", () => {
  const { exports } = JSON.parse(readFileSync(join(folder, "node_modules/on-record/package.json"), "utf8"));
  const files = (Object.values(exports) as (string | Record<string, string>)[]).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  for (const file of files) readFileSync(join(folder, "node_modules/on-record", file));
  expect(files.length).toBeGreaterThan(8);
});

test("importing in Node registers nothing and does not throw", () => {
  expect(
    node(`import * as checker from "on-record"; import * as element from "on-record/element"; import "on-record/define";
      console.log(JSON.stringify([Object.keys(checker), Object.keys(element)]))`),
  ).toEqual([["MAX_TEXT_LENGTH", "OnRecordError", "createChecker"], ["OnRecordElement"]]);
});

test("checks in Node, with the bundled record and with one's own", () => {
  const [bundled, own, hits] = node(`import { readFileSync } from "node:fs"; import { createChecker } from "on-record";
    const bundled = await createChecker();
    const checker = await createChecker({ record: JSON.parse(readFileSync("fixture.record.json", "utf8")), worker: true });
    const report = await checker.check("Tram line 9 has twelve stops.", { date: "2022-06-02", asOf: "2024-01-15" });
    const hits = await checker.search("How many stops has tram line 9?", { top: 1 });
    console.log(JSON.stringify([bundled.info(), report, hits]));
    await checker.close(); await bundled.close();`) as any;
  expect(bundled.statements).toBeGreaterThan(1000);
  expect(own).toMatchObject({ format: 1, document_date: "2022-06-02", as_of: "2024-01-15", summary: { conflict: 1 } });
  expect(own.claims[0].evidence[0]).toMatchObject({ statement: "s-002", relation: "contradicts" });
  expect(hits[0].statement).toBe("s-002");
});

test("every promise settles with a code that programs can tell apart", () => {
  const codes = node(`import { createChecker, MAX_TEXT_LENGTH } from "on-record";
    const source = { format: 1, title: "T", statements: [{ date: "2020-01-01", text: "The tram has two stops.", source: "G" }] };
    const outcome = (work) => work.then(() => "fulfilled", (error) => error.code && typeof error.code === "string" ? error.code : error.name);
    const checker = await createChecker({ record: source });
    const results = [
      await outcome(createChecker({ record: { ...source, statements: [{ text: "no date" }] } })),
      await outcome(createChecker({ record: new URL("missing.pack", import.meta.url) })),
      await outcome(createChecker({ record: source, wasm: new URL("missing.wasm", import.meta.url) })),
      await outcome(createChecker({ record: source, signal: AbortSignal.abort() })),
      await outcome(checker.check("x".repeat(MAX_TEXT_LENGTH + 1))),
      await outcome(checker.check("x", { asOf: "yesterday" })),
      await outcome(checker.check("x", { signal: AbortSignal.abort() })),
      await outcome(checker.check("")),
      await checker.close().then(() => outcome(checker.check("x"))),
    ];
    console.log(JSON.stringify(results));`);
  expect(codes).toEqual([
    "record-invalid", "record-unreachable", "engine-failed", "AbortError", "text-too-long", "option-invalid",
    "AbortError", "fulfilled", "engine-failed",
  ]);
});

test("several records are one, and a pack that is damaged is refused", () => {
  const result = node(`import { readFileSync } from "node:fs"; import { createChecker } from "on-record";
    const source = JSON.parse(readFileSync("fixture.record.json", "utf8"));
    const pack = readFileSync("node_modules/on-record/dist/record.pack");
    const both = await createChecker({ record: [source, { ...source, entities: [], topics: [], statements: [
      { id: "other", date: "2020-01-01", text: "Rain fell.", source: "G" }] }] });
    pack[pack.length >> 1] ^= 0xff;
    const code = await createChecker({ record: pack }).then(() => "loaded", (error) => error.code);
    console.log(JSON.stringify([both.info().statements, code]))`);
  expect(result).toEqual([4, "record-damaged"]);
});

test("types are found by a user's compiler, without Lit", () => {
  writeFileSync(
    join(folder, "use.ts"),
    `import { createChecker, type Report } from "on-record";
     import { OnRecordElement } from "on-record/element";
     import "on-record/define";
     export async function use(text: string): Promise<Report> {
       const checker = await createChecker({ worker: true });
       document.querySelector("on-record")!.value = text;
       new OnRecordElement().addEventListener("on-record-select", (event) => event.detail.verdict);
       // @ts-expect-error: a date is text
       return checker.check(text, { date: 2022 });
     }`,
  );
  for (const resolution of ["bundler", "nodenext"]) {
    const args = ["--noEmit", "--strict", "--target", "es2022", "--moduleResolution", resolution, "--types", ""];
    execFileSync(join(root, "node_modules/.bin/tsc"), [...args, "--module", resolution === "nodenext" ? "nodenext" : "esnext", "use.ts"], {
      cwd: folder,
      encoding: "utf8",
    });
  }
});

test("works from a static file server without a build, under the strict policy", async ({ page }) => {
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><title>Static</title><script type="module" src="node_modules/on-record/dist/define.js"></script>
     <on-record record="fixture.record.json" date="2022-06-02" as-of="2024-01-15"></on-record></html>`,
  );
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const server = await serve(folder);
  try {
    await page.goto(server.url);
    await page.getByRole("textbox", { name: "Text to check" }).focus();
    await page.keyboard.insertText("Tram line 9 has twelve stops.");
    await expect(page.locator("article.card")).toHaveCount(1);
    expect(complaints.filter((text) => !text.includes("favicon") && !text.includes("404"))).toEqual([]);
  } finally {
    await server.close();
  }
});
