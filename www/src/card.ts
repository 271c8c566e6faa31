// One finding, as a person reads it.

import { type TemplateResult, html, nothing } from "lit";
import { formatDate } from "./dates.ts";
import type { Messages } from "./messages.ts";
import { timeline } from "./timeline.ts";
import type { Claim, Evidence, PartialDate, Source } from "./types.ts";
import { type Piece, claimPieces, statementPieces } from "./words.ts";

export type FlaggedVerdict = "conflict" | "outdated" | "disputed";

export interface CardOptions {
  messages: Messages;
  /** The day on which the text was written, or on which it is checked. */
  textDate: PartialDate;
  selected: boolean;
  show(): void;
}

const SIGNS: Record<FlaggedVerdict, string> = { conflict: "≠", outdated: "↷", disputed: "?" };

export function isFlagged(claim: Claim): claim is Claim & { verdict: FlaggedVerdict } {
  return claim.verdict in SIGNS;
}

export function card(claim: Claim & { verdict: FlaggedVerdict }, options: CardOptions): TemplateResult {
  const { messages, textDate, selected, show } = options;
  const evidence = claim.evidence.filter(({ relation }) => relation !== "context");
  const context = claim.evidence.filter(({ relation }) => relation === "context");
  return html`<article class="card ${claim.verdict}" part="card" ?data-selected=${selected}>
    <h3><span class="sign" aria-hidden="true">${SIGNS[claim.verdict]}</span>${messages.text(claim.verdict)}${
      claim.since
        ? html`<span class="since">${messages.text("since", { date: formatDate(claim.since, messages.language) })}</span>`
        : nothing
    }</h3>
    <button class="claim" type="button" title=${messages.text("showInText")} @click=${show}>
      <q dir="auto">${pieces(claimPieces(claim))}</q>
    </button>
    ${claim.explanation ? html`<p class="why">${claim.explanation}</p>` : nothing}
    ${timeline(claim, textDate, messages)}
    <ul class="evidence">
      ${evidence.map((item) => evidenceItem(item, claim, messages))}
    </ul>
    ${
      context.length > 0
        ? html`<details>
            <summary>${messages.count("moreContext", context.length)}</summary>
            <ul class="evidence">
              ${context.map((item) => evidenceItem(item, claim, messages))}
            </ul>
          </details>`
        : nothing
    }
  </article>`;
}

function evidenceItem(item: Evidence, claim: Claim, messages: Messages): TemplateResult {
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
