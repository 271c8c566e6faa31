import { expect, test } from "@playwright/test";
import type { Claim } from "../../www/src/types.ts";
import { around, claimPieces, statementPieces } from "../../www/src/words.ts";

const claim = (text: string, differences: [start: number, claim: string, statement: string][], start = 100): Claim => ({
  start, end: start + text.length, text, verdict: "conflict", confidence: 1, rule: null, since: null, reason: null,
  explanation: null, suggestion: null, evidence: [],
  differences: differences.map(([at, words, statement]) => ({
    start: start + at, end: start + at + words.length, claim: words, statement, kind: "word",
  })),
});
const show = (pieces: { text: string; differs: boolean }[]) =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");

test("differing words are marked in the claim", () => {
  expect(show(claimPieces(claim("it has twelve stops", [[7, "twelve", "fourteen"]])))).toBe("it has [twelve] stops");
});

test("differing words are marked in the statement, as whole words", () => {
  const given = claim("12 people", [[0, "12", "20"]]);
  expect(show(statementPieces("In 2020 it was 20 people.", given))).toBe("In 2020 it was [20] people.");
});

test("words that the statement does not have are not marked", () => {
  expect(show(statementPieces("Nothing.", claim("a b", [[0, "a", "z"]])))).toBe("Nothing.");
  expect(show(statementPieces("Nothing.", claim("a b", [[0, "a", ""]])))).toBe("Nothing.");
});

test("overlapping and outlying differences lose no text", () => {
  const given = claim("one two three", [
    [4, "two three", "x"],
    [4, "two", "y"],
    [-20, "zero", "z"],
  ]);
  expect(show(claimPieces(given))).toBe("one [two three]");
});

test("a difference that is all of a wording is not marked", () => {
  expect(show(claimPieces(claim("it has twelve stops", [[0, "it has twelve stops", "no"]])))).toBe("it has twelve stops");
});

test("a short claim is shown with what stands around it in its sentence, and no further", () => {
  const text = "No. Before it, at length and with much ado, the council heard the talks: nothing came of them, as everybody knew. Yes.";
  const at = (words: string) => around(text, { ...claim(words, []), start: text.indexOf(words), end: text.indexOf(words) + words.length });
  expect(at("talks")).toEqual(["… ado, the council heard the ", ": nothing came of them, as …"]);
  expect(at("No")).toEqual(["", ""]);
  expect(at("Before it, at length and with")).toEqual(["", ""]);
});
