import { type TemplateResult, html, nothing } from "lit";
import type { OnRecordError } from "./errors.ts";
import type { Messages } from "./messages.ts";

const SHOWN_FAULTS = 20;

/** What went wrong, and what to do, where the findings would be. */
export function failure(error: OnRecordError, messages: Messages, retry: () => void): TemplateResult {
  const ofRecord = error.code.startsWith("record-");
  const { faults } = error;
  return html`<div class="failure" role="alert">
    <h3>${messages.text(ofRecord ? "recordFailed" : "failed")}</h3>
    ${
      faults.length === 0
        ? html`<p>${error.message}</p>`
        : html`<ol>
            ${faults.slice(0, SHOWN_FAULTS).map(
              ({ file, line, column, field, problem, remedy }) =>
                html`<li>
                  <span class="place">${messages.text("fault", { file, line, column })}</span>
                  ${field ? html`<code>${field}</code>: ` : nothing}${problem}; ${remedy}
                </li>`,
            )}
          </ol>`
    }
    ${faults.length > SHOWN_FAULTS ? html`<p>${messages.count("moreFaults", faults.length - SHOWN_FAULTS)}</p>` : nothing}
    <button type="button" @click=${retry}>${messages.text("retry")}</button>
  </div>`;
}
