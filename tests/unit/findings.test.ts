import { expect, test } from "@playwright/test";
import { findings, ignore, ignoreRule, isIgnored, noneIgnored, restore } from "../../www/src/findings.ts";
import type { Claim, Evidence, Report } from "../../www/src/types.ts";

const source = { publisher: "G", title: null, url: null, published: null };
const evidence = (statement: string, relation: Evidence["relation"] = "contradicts", text = "x"): Evidence => ({
  statement, relation, confidence: 1, date: "2022-01-01", speaker: null, text, quote: null, supersedes: [], source,
});
const claim = (text: string, given: Evidence[], verdict: Claim["verdict"] = "conflict"): Claim => ({
  start: 0, end: text.length, text, verdict, confidence: 1, rule: "quantity", since: null, reason: null, explanation: null,
  suggestion: null, differences: [], evidence: given,
});
const report = (...claims: Claim[]) => ({ claims }) as Report;

test("an ignored finding stays away while its evidence is what was known, or less", () => {
  const ignored = ignore(claim("a", [evidence("1"), evidence("2")]), noneIgnored());
  expect(isIgnored(claim("a", [evidence("1"), evidence("2")]), ignored)).toBe(true);
  expect(isIgnored(claim("a", [evidence("1")]), ignored)).toBe(true);
  expect(isIgnored(claim("a", [evidence("1"), evidence("2"), evidence("9", "context")]), ignored)).toBe(true);
});

test("an ignored finding comes back with new evidence, or when a statement was reworded", () => {
  const ignored = ignore(claim("a", [evidence("1")]), noneIgnored());
  expect(isIgnored(claim("a", [evidence("1"), evidence("3")]), ignored)).toBe(false);
  expect(isIgnored(claim("a", [evidence("1", "contradicts", "other words")]), ignored)).toBe(false);
  expect(isIgnored(claim("b", [evidence("1")]), ignored)).toBe(false);
});

test("what was put aside by its rule or by itself can be shown again", () => {
  const one = claim("a", [evidence("1")]);
  expect(isIgnored(one, restore(one, ignore(one, noneIgnored())))).toBe(false);
  const byRule = ignoreRule("quantity", noneIgnored());
  expect(isIgnored(one, byRule)).toBe(true);
  expect(isIgnored(one, restore(one, byRule))).toBe(false);
});

test("the same words twice have keys of their own, and supported ones come only when asked for", () => {
  const all = report(claim("a", []), claim("a", []), claim("b", [], "supported"), claim("c", [], "unmatched"));
  expect(findings(all).map(({ key }) => key)).toEqual(["1 conflict a", "2 conflict a"]);
  expect(findings(all, true)).toHaveLength(3);
});
