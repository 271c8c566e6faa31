// The findings on the reader's desk: which are shown, which one is spoken of, which were put aside or confirmed.

import { type Finding, type FlaggedClaim, findings, ignore, ignoreRule, isFlagged, isIgnored, noneIgnored, restore } from "./findings.ts";
import type { Question } from "./session.ts";
import type { MarkedText } from "./text/marked.ts";
import type { Claim, Report } from "./types.ts";
import type { CardActions } from "./view/card.ts";

export interface DeskHost {
  /** The text that carries the marks. */
  readonly text: MarkedText | null;
  readonly writable: boolean;
  /** Something is shown otherwise. */
  changed(): void;
  /** What was put aside is to be kept. */
  keep(): void;
  selected(claim: Claim): void;
  /** Focus goes to the card of this number, or to where the cards are. */
  focusCard(index: number): void;
}

export class Desk {
  report: Report | null = null;
  findings: Finding[] = [];
  /** Findings that were put aside. */
  aside: Finding[] = [];
  /** Key of the finding that is spoken of. */
  selected: string | null = null;
  confirmed: ReadonlySet<string> = new Set();
  ignored = noneIgnored();
  supported = false;
  #question: Question | null = null;
  readonly #host: DeskHost;

  constructor(host: DeskHost) {
    this.#host = host;
  }

  /** The text that the report is about. */
  get text(): string {
    return this.#question?.content.text ?? "";
  }

  put(report: Report, question: Question): void {
    this.report = report;
    this.#question = question;
    this.sort();
  }

  clear(): void {
    this.report = this.#question = null;
    this.findings = this.aside = [];
    this.#host.text?.clear();
  }

  /** Decides what is shown, and marks it. */
  sort(): void {
    if (!this.report || !this.#question) return;
    const all = findings(this.report, this.supported);
    this.findings = all.filter(({ claim }) => !isIgnored(claim, this.ignored));
    this.aside = all.filter(({ claim }) => isIgnored(claim, this.ignored));
    this.#host.text?.show(this.findings, this.#question.content);
    this.#host.text?.activate(this.selected);
    this.#host.changed();
  }

  showSupported(on: boolean): void {
    this.supported = on;
    this.sort();
  }

  /** The claims shown that are findings; with `confirmed` only those that a person has confirmed. */
  claims(confirmed = false): FlaggedClaim[] {
    return this.findings
      .filter(({ key }) => !confirmed || this.confirmed.has(key))
      .map(({ claim }) => claim)
      .filter(isFlagged);
  }

  get current(): Finding | null {
    return this.findings.find(({ key }) => key === this.selected) ?? null;
  }

  select(finding: Finding | null): void {
    this.selected = finding?.key ?? null;
    this.#host.text?.activate(this.selected);
    this.#host.changed();
    if (finding) this.#host.selected(finding.claim);
  }

  /** Goes to the next finding or the one before, round about. */
  step(by: 1 | -1): void {
    const count = this.findings.length;
    if (count === 0) return;
    const at = this.findings.findIndex(({ key }) => key === this.selected);
    const next = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    const finding = this.findings[next]!;
    this.select(finding);
    this.#host.text?.scrollTo(finding.key);
    this.#host.focusCard(next);
  }

  actions(finding: Finding): CardActions {
    const { claim, key } = finding;
    return {
      show: () => {
        this.select(finding);
        this.#host.text?.reveal(key);
      },
      apply: () => {
        const { suggestion } = claim;
        if (suggestion && this.#host.writable) this.#host.text?.replace(suggestion.start, suggestion.end, suggestion.text);
      },
      ignore: () => this.#putAside(finding, ignore(claim, this.ignored)),
      ignoreRule: () => claim.rule && this.#putAside(finding, ignoreRule(claim.rule, this.ignored)),
      confirm: () => {
        const confirmed = new Set(this.confirmed);
        if (!confirmed.delete(key)) confirmed.add(key);
        this.confirmed = confirmed;
        this.#host.changed();
      },
    };
  }

  restore({ claim }: Finding): void {
    this.ignored = restore(claim, this.ignored);
    this.sort();
    this.#host.keep();
  }

  #putAside(finding: Finding, ignored: Desk["ignored"]): void {
    const at = this.findings.indexOf(finding);
    this.ignored = ignored;
    this.sort();
    this.#host.keep();
    // The card and its button are gone: the next one takes their place.
    const next = Math.min(at, this.findings.length - 1);
    this.select(this.findings[next] ?? null);
    this.#host.focusCard(next);
  }
}
