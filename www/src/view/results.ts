// What stands beside the text: what was checked, the days, the findings, and what was put aside.

import { type TemplateResult, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Desk } from "../desk.ts";
import type { OnRecordError } from "../errors.ts";
import type { Messages } from "../messages.ts";
import type { Busy } from "../session.ts";
import type { Report } from "../types.ts";
import { around } from "../words.ts";
import { busyBar } from "./busy.ts";
import { card } from "./card.ts";
import { failure } from "./failure.ts";
import { coverage } from "./summary.ts";

export interface ResultsOptions {
  messages: Messages;
  desk: Desk;
  error: OnRecordError | null;
  busy: Busy | null;
  cancelled: boolean;
  /** Whether there is a text at all, and a record. */
  empty: boolean;
  loaded: boolean;
  /** Why the text that is to be watched is not. */
  unfit: string | null;
  editable: boolean;
  /** The two days of the check. */
  when(): TemplateResult;
  retry(): void;
  cancel(): void;
  again(): void;
}

export function results(options: ResultsOptions): unknown {
  const { messages, desk, error, busy, empty, loaded, unfit } = options;
  const { report } = desk;
  if (unfit) return html`<p class="failure" role="alert">${unfit}</p>`;
  const bar = busy ? busyBar(busy, messages, options.cancel) : nothing;
  if (error) return html`${bar}${failure(error, messages, options.retry)}`;
  // A report on the empty text of before is no answer: "no claim found" would look like one.
  const pending = !empty && report !== null && !desk.text.trim();
  if (empty || pending || !report) {
    const text = messages.text(pending ? "checking" : loaded ? "waiting" : "loading");
    return html`${bar}${busy || options.cancelled ? nothing : html`<p class="quiet">${text}</p>`}${options.cancelled ? cancelled(options) : nothing}
      ${loaded && empty ? html`<slot name="empty"></slot>` : nothing}`;
  }
  return html`${options.when()}${bar}${options.cancelled ? cancelled(options) : nothing}
    <p class="coverage" part="coverage">${coverage(report, messages)}</p>
    ${desk.findings.length + desk.aside.length === 0 && report.summary.claims > 0
      ? html`<p class="quiet">${messages.text("nothingFlagged")}</p>`
      : nothing}
    ${cards(options, report)} ${putAside(options)}`;
}

function cards({ messages, desk, editable }: ResultsOptions, report: Report): TemplateResult {
  return html`<ol class="cards">
    ${repeat(
      desk.findings,
      ({ key }) => key,
      (finding) =>
        html`<li>${card(finding.claim, {
          messages,
          around: around(desk.text, finding.claim),
          textDate: report.document_date ?? report.as_of,
          dated: report.document_date !== null,
          selected: finding.key === desk.selected,
          confirmed: desk.confirmed.has(finding.key),
          editable,
          actions: desk.actions(finding),
        })}</li>`,
    )}
  </ol>`;
}

function cancelled({ messages, again }: ResultsOptions): TemplateResult {
  return html`<p class="quiet">
    ${messages.text("cancelled")} <button type="button" @click=${again}>${messages.text("checkAgain")}</button>
  </p>`;
}

function putAside({ messages, desk }: ResultsOptions): TemplateResult | typeof nothing {
  if (desk.aside.length === 0) return nothing;
  return html`<details class="ignored">
    <summary>${messages.count("ignored", desk.aside.length)}</summary>
    <ul>
      ${desk.aside.map(
        (finding) => html`<li>
          <q dir="auto">${finding.claim.text}</q>
          <button type="button" @click=${() => desk.restore(finding)}>${messages.text("restore")}</button>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** Brings a card into sight; of one that is taller than what shows it, its beginning. */
export function showTop(card: HTMLElement | null, focus = false): void {
  if (!card) return;
  if (focus) card.focus({ preventScroll: true });
  const pane = Math.min(innerHeight, card.closest<HTMLElement>(".results")?.clientHeight ?? innerHeight);
  card.scrollIntoView({ block: card.offsetHeight < pane ? "nearest" : "start" });
}
