// Everything that is not needed at first sight.

import { type TemplateResult, html, nothing } from "lit";
import type { KeptRecord } from "../keep.ts";
import type { MessageKey, Messages } from "../messages.ts";

export type TakeForm = "markdown" | "html" | "csv" | "json" | "annotations" | "claimReview" | "print";

export interface MenuOptions {
  messages: Messages;
  supported: boolean;
  /** Whether the text is kept; null where this element keeps nothing. */
  keepsText: boolean | null;
  /** Records of the reader's own. */
  records: readonly KeptRecord[];
  /** Id of the one in use; null: the page's. */
  chosen: string | null;
  /** Whether there is a report to take along. */
  reported: boolean;
  confirmed: number;
  open(files: File[]): void;
  showSupported(on: boolean): void;
  keepText(on: boolean): void;
  choose(id: string | null): void;
  remove(id: string): void;
  take(form: TakeForm, publisher?: string): void;
}

const FORMS: [TakeForm, MessageKey][] = [
  ["markdown", "copyMarkdown"],
  ["html", "downloadHtml"],
  ["csv", "downloadCsv"],
  ["json", "downloadJson"],
  ["annotations", "downloadAnnotations"],
  ["print", "print"],
];

export const KEYS: [keys: string[], does: MessageKey][] = [
  [["F8"], "keyNext"],
  [["⇧", "F8"], "keyPrevious"],
  [["Enter"], "keyShow"],
  [["A"], "keyApply"],
  [["I"], "keyIgnore"],
  [["Esc"], "keyBack"],
  [["?"], "keyHelp"],
];

export function menu(options: MenuOptions): TemplateResult {
  const { messages } = options;
  return html`<details class="menu" part="menu" @keydown=${closeOnEscape} @focusout=${closeOutside} @toggle=${closeOnPress}>
    <summary><span class="dots" aria-hidden="true">⋯</span><span class="unseen">${messages.text("menu")}</span></summary>
    <div class="sheet" tabindex="-1">
      ${textPart(options)} ${recordPart(options)} ${options.reported ? takePart(options) : nothing} ${keysPart(messages)}
    </div>
  </details>`;
}

function textPart({ messages, supported, keepsText, open, showSupported, keepText }: MenuOptions): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    open(Array.from(input.files ?? []));
    input.value = "";
  };
  return html`<h3>${messages.text("menuText")}</h3>
    <label class="file">${messages.text("openFile")}
      <input class="unseen" type="file" multiple accept=".txt,.md,.html,.htm,.docx,.json,.jsonld,.jsonl,.csv,.pack" @change=${chosen} />
    </label>
    ${checkbox(messages.text("showSupported"), supported, showSupported)}
    ${keepsText === null ? nothing : checkbox(messages.text("keepText"), keepsText, keepText)}`;
}

function checkbox(label: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  const changed = (event: Event) => set((event.target as HTMLInputElement).checked);
  return html`<label class="choice"><input type="checkbox" .checked=${on} @change=${changed} />${label}</label>`;
}

function recordPart({ messages, records, chosen, choose, remove }: MenuOptions): TemplateResult | typeof nothing {
  if (records.length === 0) return nothing;
  const row = (id: string | null, name: string) =>
    html`<div class="row">
      <label class="choice">
        <input type="radio" name="record" .checked=${id === chosen} @change=${() => choose(id)} />${name}
      </label>
      ${
        id === null
          ? nothing
          : html`<button type="button" class="remove" aria-label=${messages.text("remove", { name })}
              title=${messages.text("remove", { name })} @click=${() => remove(id)}>×</button>`
      }
    </div>`;
  return html`<h3>${messages.text("menuRecord")}</h3>
    ${row(null, messages.text("pageRecord"))} ${records.map(({ id, name }) => row(id, name))}`;
}

function takePart({ messages, confirmed, take }: MenuOptions): TemplateResult {
  const review = (event: SubmitEvent) => {
    event.preventDefault();
    const publisher = new FormData(event.target as HTMLFormElement).get("publisher");
    take("claimReview", String(publisher).trim());
  };
  return html`<h3>${messages.text("menuTake")}</h3>
    ${FORMS.map(([form, key]) => html`<button type="button" @click=${() => take(form)}>${messages.text(key)}</button>`)}
    ${
      confirmed === 0
        ? html`<p class="quiet">${messages.text("confirmFirst")}</p>`
        : html`<form class="review" @submit=${review}>
            <label>${messages.text("publisher")}<input name="publisher" required autocomplete="organization" /></label>
            <button>${messages.count("claimReview", confirmed)}</button>
          </form>`
    }`;
}

function keysPart(messages: Messages): TemplateResult {
  return html`<h3>${messages.text("menuKeys")}</h3>
    <dl>
      ${KEYS.map(
        ([keys, does]) =>
          html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${messages.text(does)}</dd></div>`,
      )}
    </dl>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !details.open) return;
  event.stopPropagation();
  closeMenu(details);
}

/** Focus that goes elsewhere closes the menu; a click on nothing that takes focus stays in the sheet. */
function closeOutside(event: FocusEvent): void {
  const details = event.currentTarget as HTMLDetailsElement;
  const to = event.relatedTarget as Node | null;
  if (to && !details.contains(to)) details.open = false;
}

/** A press beside the open menu closes it, also where nothing takes the focus. */
function closeOnPress({ currentTarget }: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  if (!details.open) return;
  const pressed = (event: Event) => {
    if (details.open && event.composedPath().includes(details)) return;
    details.open = false;
    removeEventListener("pointerdown", pressed, true);
  };
  addEventListener("pointerdown", pressed, true);
}

export function closeMenu(details: HTMLDetailsElement): void {
  details.open = false;
  details.querySelector("summary")?.focus();
}

export function openMenu(details: HTMLDetailsElement): void {
  details.open = true;
  details.querySelector<HTMLElement>(".sheet")!.focus();
}
