// One finding, as a person reads it.

import { type TemplateResult, html, nothing } from "lit";
import { formatDate } from "../dates.ts";
import { type ShownClaim, isFlagged } from "../findings.ts";
import type { MessageKey, Messages } from "../messages.ts";
import type { Evidence, PartialDate, Source } from "../types.ts";
import { type Piece, claimPieces, statementPieces } from "../words.ts";
import { timeline } from "./timeline.ts";

/** What a person can do with a finding. */
export interface CardActions {
  show(): void;
  apply(): void;
  ignore(): void;
  ignoreRule(): void;
  confirm(): void;
}

export interface CardOptions {
  messages: Messages;
  /** What stands around the claim, where it is too short to be known by itself. */
  around: [before: string, after: string];
  /** The day on which the text was written, or on which it is checked; and whether it is the first. */
  textDate: PartialDate;
  dated: boolean;
  selected: boolean;
  confirmed: boolean;
  /** Whether the text can be changed. */
  editable: boolean;
  actions: CardActions;
}

const SIGNS: Record<ShownClaim["verdict"], string> = { conflict: "≠", outdated: "↷", disputed: "?", supported: "✓" };
/** More evidence than this is folded away. */
const SHOWN_EVIDENCE = 2;

export function card(claim: ShownClaim, options: CardOptions): TemplateResult {
  const { messages, around: [before, after], textDate, dated, selected, actions } = options;
  const title: MessageKey = claim.verdict === "supported" ? "isSupported" : claim.verdict;
  const [shown, more] = divide(claim);
  return html`<article class="card ${claim.verdict}" part="card" tabindex="-1" ?data-selected=${selected}
    aria-label=${`${messages.text(title)}: ${claim.text}`}>
    <h3><span class="sign" aria-hidden="true">${SIGNS[claim.verdict]}</span>${messages.text(title)}${
      claim.since
        ? html`<span class="since">${messages.text("since", { date: formatDate(claim.since, messages.language) })}</span>`
        : nothing
    }</h3>
    <button class="claim" type="button" title=${messages.text("showInText")} @click=${actions.show}>
      <q dir="auto"><span class="around">${before}</span>${pieces(claimPieces(claim))}<span class="around">${after}</span></q>
    </button>
    ${claim.explanation ? html`<p class="why">${claim.explanation}</p>` : nothing}
    ${timeline(claim, { date: textDate, dated }, messages)}
    <ul class="evidence">
      ${shown.map((item) => evidenceItem(item, claim, messages))}
    </ul>
    ${
      more.length > 0
        ? html`<details>
            <summary>${messages.count("moreContext", more.length)}</summary>
            <ul class="evidence">
              ${more.map((item) => evidenceItem(item, claim, messages))}
            </ul>
          </details>`
        : nothing
    }
    ${isFlagged(claim) ? decide(claim, options) : nothing}
  </article>`;
}

/** The wording that would hold, and what else there is to decide. */
function decide(claim: ShownClaim, { messages, editable, confirmed, actions }: CardOptions): TemplateResult {
  const { suggestion, rule } = claim;
  return html`${
    suggestion
      ? html`<p class="suggestion">
          ${messages.text("wouldHold")} <q dir="auto">${suggestion.text}</q>
          ${editable ? html`<button type="button" @click=${actions.apply}>${messages.text("apply")}</button>` : nothing}
        </p>`
      : nothing
  }
  <p class="actions">
    <button type="button" @click=${actions.ignore}>${messages.text("ignore")}</button>
    ${rule ? html`<button type="button" @click=${actions.ignoreRule}>${messages.text("ignoreRule", { rule: messages.rule(rule) })}</button>` : nothing}
    <button type="button" aria-pressed=${confirmed ? "true" : "false"} @click=${actions.confirm}>
      ${messages.text(confirmed ? "confirmed" : "confirm")}
    </button>
  </p>`;
}

/** The two wordings come first to be shown: what contradicts and decides, and the surest of what agrees; then in order of days. */
function divide(claim: ShownClaim): [Evidence[], Evidence[]] {
  const { evidence, since, differences } = claim;
  const of = (relation: Evidence["relation"]) => evidence.filter((item) => item.relation === relation);
  const against = of("contradicts");
  const agreeing = of("agrees");
  const says = ({ text }: Evidence) => differences.some(({ statement }) => statement && text.includes(statement));
  const deciding = [against.filter(({ date }) => date === since), against.filter(says), against].find(({ length }) => length)?.at(-1);
  const surest = agreeing.reduce<Evidence | null>((best, item) => (best && best.confidence > item.confidence ? best : item), null);
  const kept = new Set([surest, deciding].filter((item) => item !== null && item !== undefined));
  for (const item of [...against, ...agreeing].reverse()) if (kept.size < SHOWN_EVIDENCE) kept.add(item);
  return [evidence.filter((item) => kept.has(item)), evidence.filter((item) => !kept.has(item))];
}

function evidenceItem(item: Evidence, claim: ShownClaim, messages: Messages): TemplateResult {
  return html`<li class=${item.relation}>
    <p class="head">
      <span class="relation">${messages.text(item.relation)}</span>
      <time datetime=${item.date}>${formatDate(item.date, messages.language)}</time>
      ${item.speaker ? html`<span class="speaker">${item.speaker}</span>` : nothing}
    </p>
    <p class="statement" dir="auto">${
      item.relation === "contradicts" ? pieces(statementPieces(item.text, claim)) : item.text
    }</p>
    <p class="source">${source(item.source, messages)}</p>
  </li>`;
}

function source({ publisher, title, url, published }: Source, messages: Messages): TemplateResult {
  const name = title ? `${publisher}: ${title}` : publisher;
  const day = published ? formatDate(published, messages.language) : null;
  return html`${
    url && isWebAddress(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${name}</a>` : name
  }${day ? html`<span class="published">${messages.text("published", { date: day })}</span>` : nothing}`;
}

/** The engine refuses other addresses too; a link is not the place to rely on that. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function pieces(list: Piece[]): unknown[] {
  return list.map(({ text, differs }) => (differs ? html`<mark>${text}</mark>` : text));
}
