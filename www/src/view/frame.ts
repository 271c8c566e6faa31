// What is there at first sight: the record's line and the editor.

import { type TemplateResult, html, nothing } from "lit";
import { formatDate } from "../dates.ts";
import type { Messages } from "../messages.ts";
import type { RecordInfo } from "../types.ts";

/** The record's name, its number of statements, its first and last day. */
export function recordLine(info: RecordInfo | null, failed: boolean, messages: Messages): TemplateResult {
  const day = (date: string) => formatDate(date, messages.language);
  const span = info?.covers ? [messages.text("span", { from: day(info.covers.from), to: day(info.covers.to) })] : [];
  const facts = info ? [messages.count("statements", info.statements), ...span] : [];
  return html`<div class="record" part="record">
    ${failed && !info ? nothing : html`<h2>${info ? info.title : messages.text("loading")}</h2>`}
    <p>${facts.join(" · ")}</p>
  </div>`;
}

/** Its text is the reader's: nothing here ever writes into it. */
export function editor(messages: Messages, readonly: boolean): TemplateResult {
  return html`<div
    class="editor"
    part="editor"
    role="textbox"
    aria-multiline="true"
    aria-label=${messages.text("editor")}
    aria-readonly=${readonly ? "true" : "false"}
    tabindex="0"
    contenteditable=${readonly ? "false" : "plaintext-only"}
    spellcheck="false"
    dir="auto"
    data-placeholder=${messages.text("placeholder")}
  ></div>`;
}
