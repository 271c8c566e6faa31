// What is taken along: nothing in a text or a record gets out of its field.
import { expect, test } from "@playwright/test";
import type { FlaggedClaim } from "../../www/src/findings.ts";
import { Messages } from "../../www/src/messages.ts";
import { annotations } from "../../www/src/take/annotations.ts";
import { claimReviews } from "../../www/src/take/claim-review.ts";
import { csv } from "../../www/src/take/csv.ts";
import { htmlReport } from "../../www/src/take/html-report.ts";
import { markdown } from "../../www/src/take/markdown.ts";
import type { Report } from "../../www/src/types.ts";

const TEXT = "😀 <b>So</b>: twelve stops, they say 👩‍👩‍👧.";
const start = TEXT.indexOf("twelve");
const claim: FlaggedClaim = {
  start, end: start + 12, text: "twelve stops", verdict: "conflict", confidence: 0.9, rule: "quantity", since: null, reason: null,
  explanation: "</script><img src=x onerror=alert(1)>", suggestion: null, differences: [],
  evidence: [{
    statement: "=1+1", relation: "contradicts", confidence: 0.9, date: "2022-05-01", speaker: 'A "B", C', text: "*fourteen* [stops](x)", quote: null, supersedes: [],
    source: { publisher: "<G>", title: null, url: "https://example.org/a(b)", published: null },
  }, {
    statement: "c", relation: "context", confidence: 0.9, date: "2022-05-01", speaker: null, text: "CONTEXT", quote: null, supersedes: [],
    source: { publisher: "G", title: null, url: "javascript:alert(1)", published: null },
  }],
};
const messages = new Messages("en");
const report = { as_of: "2024-01-15", document_date: "2022-06-02", record: { title: "<R>", hash: "00ff" } } as Report;
const taken = { text: TEXT, report, findings: [claim], coverage: "1 claim", messages };

test("CSV: quoted where needed, and no formula", () => {
  const [head, row, rest] = csv(taken).trimEnd().split("\r\n");
  expect(head).toMatch(/^\ufeffstart,end,verdict/);
  expect(row).toContain("'=1+1");
  expect(row).toContain('"A ""B"", C"');
  expect(rest).toBeUndefined();
});

test("HTML: no markup but its own, no address but of the web", () => {
  const page = htmlReport(taken);
  expect(page).not.toContain("<img");
  expect(page).not.toContain("<b>So");
  expect(page).not.toContain("javascript:");
  expect(page).toContain("&lt;b&gt;So&lt;/b&gt;");
  expect(page).toContain('<mark class="conflict">twelve stops</mark>');
});

test("Markdown: words are words", () => {
  const text = markdown(taken);
  expect(text).toContain("\\*fourteen\\* \\[stops\\](x)");
  expect(text).toContain("(https://example.org/a%28b%29)");
  expect(text).not.toContain("CONTEXT");
});

test("Web Annotations: positions count code points, quotations are whole", () => {
  const [{ target }] = JSON.parse(annotations(taken)).items;
  const [quote, position] = target.selector;
  expect(Array.from(TEXT).slice(position.start, position.end).join("")).toBe("twelve stops");
  expect(quote).toMatchObject({ type: "TextQuoteSelector", exact: "twelve stops", prefix: TEXT.slice(0, start) });
  expect(TEXT.slice(claim.end)).toContain(quote.suffix);
});

test("ClaimReview: one for each confirmed finding, and no end of a script in it", () => {
  const given = { confirmed: [claim], report, publisher: "City Gazette", today: "2024-01-15", messages };
  const text = claimReviews(given);
  expect(text).not.toContain("</");
  expect(JSON.parse(text)["@graph"]).toHaveLength(1);
  expect(JSON.parse(text)["@graph"][0]).toMatchObject({
    "@type": "ClaimReview", claimReviewed: "twelve stops", datePublished: "2024-01-15", itemReviewed: { datePublished: "2022-06-02" },
  });
  expect(JSON.parse(claimReviews({ ...given, confirmed: [] }))["@graph"]).toEqual([]);
});
