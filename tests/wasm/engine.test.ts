// The engine as it ships, in a browser: in the worker, in the page's own thread, and in Node. All answer the same.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { serve } from "../../scripts/lib/serve.mjs";

const root = new URL("../../", import.meta.url).pathname;
const fixture = JSON.parse(readFileSync(`${root}tests/e2e/fixture.record.json`, "utf8"));
const TEXTS = [
  "",
  " \n\t",
  "Tram line 9 has twelve stops.",
  "😀 “Tram line 9 will open in September 2023,” Ines Mora said.\r\n\r\nTram line 9 has twelve stops.",
  "\ud83d lone \udc00 surrogates, and tram line 9 has twelve stops.",
  "Трамвай номер 9. محطات الترام كثيرة. 電車は9号線です。",
  "\0\u202e\ufeff".repeat(100),
];
const OPTIONS = { date: "2022-06-02", asOf: "2024-01-15" };

async function inNode(): Promise<string[]> {
  const { createChecker } = await import(`${root}dist/index.js`);
  const checker = await createChecker({ record: fixture });
  const reports = [];
  for (const text of TEXTS) reports.push(JSON.stringify(await checker.check(text, OPTIONS)));
  await checker.close();
  return reports;
}

for (const worker of [true, false]) {
  test(`answers in ${worker ? "a worker" : "the page's thread"} as in Node`, async ({ page }) => {
    const server = await serve(`${root}dist`, { policy: "" });
    await page.route(`${server.url}blank.html`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto(`${server.url}blank.html`);
    const reports = await page.evaluate(
      async ({ record, texts, options, worker }) => {
        const { createChecker } = await import(`${location.origin}/index.js`);
        const checker = await createChecker({ record, worker });
        const reports = [];
        for (const text of texts) reports.push(JSON.stringify(await checker.check(text, options)));
        await checker.close();
        return reports;
      },
      { record: fixture, texts: TEXTS, options: OPTIONS, worker },
    );
    expect(reports).toEqual(await inNode());
    await server.close();
  });
}

test("what a claim covers is what its text says, in UTF-16", async () => {
  const reports = await inNode();
  for (const [at, report] of reports.entries()) {
    // A lone surrogate has no place in UTF-8: the engine sees U+FFFD, which is as long.
    const text = TEXTS[at]!.replace(/\p{Surrogate}/gu, "\ufffd");
    for (const { start, end, text: words } of JSON.parse(report).claims) expect(text.slice(start, end)).toBe(words);
  }
  expect(JSON.parse(reports[3]!).claims.length).toBeGreaterThan(0);
});

test("the days of a record, and the day that a text gives itself", async () => {
  const { createChecker } = await import(`${root}dist/index.js`);
  const checker = await createChecker({ record: fixture });
  expect(await checker.days()).toEqual([["2022-05-01", 2], ["2023-01-10", 1]]);
  const dated = {
    "KYIV, October 22, 2022 — The council met.": "2022-10-22",
    "LONDON (Agency) 3 May 2022 - The council met.": "2022-05-03",
    "Council meets\nBy Jane Doe, 22 October 2022\n\nThe council met.": "2022-10-22",
    "The council met on 22 October 2022.": null,
    "On 22 October 2022 the well-known council met.": null,
    "The council met.\n\nOn Friday it met again.": null,
    "LONDON, Oct 22 (Agency) - The council met.": null,
    "": null,
  };
  for (const [text, day] of Object.entries(dated)) expect(await checker.dateline(text), text).toBe(day);
  await checker.close();
});

test("evidence says what it supersedes", async () => {
  const { createChecker } = await import(`${root}dist/index.js`);
  const checker = await createChecker({ record: fixture });
  const { claims } = await checker.check("Tram line 9 will open in September 2023.", OPTIONS);
  await checker.close();
  const evidence = claims[0].evidence.map(({ statement, supersedes }: { statement: string; supersedes: string[] }) => [statement, supersedes]);
  expect(evidence).toEqual([["s-014", []], ["s-031", ["s-014"]]]);
});
