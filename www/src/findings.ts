// From a report to what is shown: which claims are findings, which of them the reader has put aside, which are confirmed.

import type { Claim, Evidence, Report, Verdict } from "./types.ts";

export type FlaggedVerdict = "conflict" | "outdated" | "disputed";
export type FlaggedClaim = Claim & { verdict: FlaggedVerdict };
export type ShownClaim = Claim & { verdict: FlaggedVerdict | "supported" };

const FLAGGED: readonly Verdict[] = ["conflict", "outdated", "disputed"];

export interface Finding {
  claim: ShownClaim;
  /** Stays the same while the text around the claim changes. */
  key: string;
}

export function isFlagged(claim: Claim): claim is FlaggedClaim {
  return FLAGGED.includes(claim.verdict);
}

/** The findings of a report; with `supported` also what the record supports. */
export function findings(report: Report, supported = false): Finding[] {
  const seen = new Map<string, number>();
  const isShown = (claim: Claim): claim is ShownClaim => isFlagged(claim) || (supported && claim.verdict === "supported");
  return report.claims.filter(isShown).map((claim) => {
    const words = `${claim.verdict} ${claim.text}`;
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { claim, key: `${nth} ${words}` };
  });
}

/** What the reader has put aside, as it is kept. */
export interface Ignored {
  /** Of a claim's words and rule the evidence that was known when it was ignored. */
  claims: Record<string, string[]>;
  /** Rules that are not to speak on this text. */
  rules: string[];
}

export function noneIgnored(): Ignored {
  return { claims: {}, rules: [] };
}

export function isIgnored(claim: Claim, ignored: Ignored): boolean {
  if (claim.rule && ignored.rules.includes(claim.rule)) return true;
  const known = ignored.claims[nameOf(claim)];
  // What was not known then brings it back; that a piece is missing, as of an earlier day, does not.
  return known !== undefined && claim.evidence.filter(speaks).every((item) => known.includes(mark(item)));
}

export function ignore(claim: Claim, ignored: Ignored): Ignored {
  const known = claim.evidence.filter(speaks).map(mark);
  return { ...ignored, claims: { ...ignored.claims, [nameOf(claim)]: known } };
}

export function ignoreRule(rule: string, ignored: Ignored): Ignored {
  return { ...ignored, rules: [...new Set([...ignored.rules, rule])] };
}

/** Shows a claim again, whether it or its rule was put aside. */
export function restore(claim: Claim, ignored: Ignored): Ignored {
  const { [nameOf(claim)]: _, ...claims } = ignored.claims;
  return { claims, rules: ignored.rules.filter((rule) => rule !== claim.rule) };
}

function nameOf({ rule, text }: Claim): string {
  return `${rule ?? ""} ${text}`;
}

function speaks({ relation }: Evidence): boolean {
  return relation !== "context";
}

/** A piece of evidence, with its words: a statement that was reworded is another one. */
function mark({ statement, relation, text }: Evidence): string {
  return `${relation} ${statement} ${text}`;
}
