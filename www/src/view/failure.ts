// What went wrong, and what to do.

import { type TemplateResult, html, nothing } from "lit";
import type { OnRecordError } from "../errors.ts";
import type { Messages } from "../messages.ts";
import type { Fault } from "../types.ts";

const SHOWN_FAULTS = 20;

/** Where the findings would be: the text could not be checked, or the record not be used. */
export function failure(error: OnRecordError, messages: Messages, retry: () => void): TemplateResult {
  return html`<div class="failure" role="alert">
    <h2>${messages.text(error.code.startsWith("record-") ? "recordFailed" : "failed")}</h2>
    ${error.faults.length === 0 ? html`<p>${error.message}</p>` : faultList(error.faults, messages)}
    <button type="button" @click=${retry}>${messages.text("retry")}</button>
  </div>`;
}

/** Something that the reader did, and what came of it, beside what they have. */
export interface Notice {
  text: string;
  /** It worked. */
  done?: boolean;
  faults?: readonly Fault[];
  /** What can be done about it. */
  offer?: { label: string; take(): void };
}

export function notice({ text, done = false, faults = [], offer }: Notice, messages: Messages, close: () => void): TemplateResult {
  return html`<div class="failure notice ${done ? "done" : ""}" role="alert">
    <p>${text}</p>
    ${faults.length > 0 ? faultList(faults, messages) : nothing}
    <p class="actions">
      ${offer ? html`<button type="button" @click=${offer.take}>${offer.label}</button>` : nothing}
      <button type="button" @click=${close}>${messages.text("close")}</button>
    </p>
  </div>`;
}

function faultList(faults: readonly Fault[], messages: Messages): TemplateResult {
  return html`<ol>
      ${faults.slice(0, SHOWN_FAULTS).map(
        ({ file, line, column, field, problem, remedy }) =>
          html`<li>
            <span class="place">${messages.text("fault", { file, line, column })}</span>
            ${field ? html`<code>${field}</code>: ` : nothing}${problem}; ${remedy}
          </li>`,
      )}
    </ol>
    ${faults.length > SHOWN_FAULTS ? html`<p>${messages.count("moreFaults", faults.length - SHOWN_FAULTS)}</p>` : nothing}`;
}
