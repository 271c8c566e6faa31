// Splitting a wording where it differs from another, for display.

import type { Claim } from "./types.ts";

export interface Piece {
  text: string;
  differs: boolean;
}

/** A claim of fewer letters is shown with what stands around it. */
const SHORT = 24;
const AROUND = 28;

/** What stands before and behind a short claim in its sentence: "talks" alone tells a reader nothing. */
export function around(text: string, { start, end }: Claim): [before: string, after: string] {
  if (end - start >= SHORT || text.length < end) return ["", ""];
  const before = /[^\n.!?]*$/.exec(text.slice(Math.max(0, start - 300), start))![0].trimStart();
  const after = /^[^\n.!?]*/.exec(text.slice(end, end + 300))![0].trimEnd();
  return [
    before.length > AROUND ? `… ${before.slice(before.length - AROUND).replace(/^\S*\s+/, "")}` : before,
    after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s+\S*$/, "")} …` : after,
  ];
}

/** The claim's own words, the differing ones apart. */
export function claimPieces(claim: Claim): Piece[] {
  const spans = claim.differences
    .map(({ start, end }) => ({ start: start - claim.start, end: end - claim.start }))
    .filter(({ start, end }) => start >= 0 && end <= claim.text.length);
  return split(claim.text, spans);
}

/** The statement's words, those that the claim says differently apart. */
export function statementPieces(text: string, claim: Claim): Piece[] {
  const spans = claim.differences.flatMap(({ statement }) => {
    const start = statement ? findWords(text, statement) : -1;
    return start < 0 ? [] : [{ start, end: start + statement.length }];
  });
  return split(text, spans);
}

/** Finds whole words only: "12" is not in "2012". */
function findWords(text: string, words: string): number {
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const cutsBefore = isWord(text[at - 1]) && isWord(words[0]);
    const cutsAfter = isWord(text[at + words.length]) && isWord(words.at(-1));
    if (!cutsBefore && !cutsAfter) return at;
  }
  return -1;
}

/** A difference that is nearly all of a wording shows nothing when it is marked. */
const MOST = 0.8;

function split(text: string, spans: { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end - start > text.length * MOST) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), differs: false });
    pieces.push({ text: text.slice(start, end), differs: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), differs: false });
  return pieces;
}
