// The element: its state, and what happens when the text, a date or the record changes.

import { LitElement, type PropertyValues, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { card, isFlagged } from "./card.ts";
import type { Checker } from "./checker.ts";
import { formatDate, isFullDate, todayIso } from "./dates.ts";
import { EditorText } from "./editor.ts";
import { type Lease, lease } from "./engines.ts";
import { OnRecordError, isAbort } from "./errors.ts";
import { Marks, covers } from "./highlight.ts";
import { Messages } from "./messages.ts";
import { failure } from "./failure.ts";
import { styles } from "./styles.ts";
import { coverage } from "./summary.ts";
import type { Claim, RecordInfo, Report } from "./types.ts";

/** A check that takes less than this follows each keystroke at once: it runs in the worker, and only the last one waits. */
const QUICK_MS = 100;
/** Longest pause between the last keystroke and its check, for texts that take long. */
const LONGEST_PAUSE_MS = 400;
/** A live region that spoke at every keystroke would drown what is typed. */
const ANNOUNCE_AFTER_MS = 1000;

interface Finding {
  claim: Claim;
  key: string;
  range: Range | null;
}

export class Widget extends LitElement {
  static override styles = styles;
  static override properties = {
    record: {},
    date: {},
    asOf: { attribute: "as-of" },
    lang: {},
    readonly: { type: Boolean, reflect: true },
    report: { state: true },
    _info: { state: true },
    _error: { state: true },
    _selected: { state: true },
    _announced: { state: true },
  };

  declare record: string | null;
  declare date: string | null;
  declare asOf: string | null;
  declare readonly: boolean;
  declare report: Report | null;
  declare _info: RecordInfo | null;
  declare _error: OnRecordError | null;
  declare _selected: string | null;
  declare _announced: string;

  #language = "en";
  #messages = new Messages("en");
  #given: Checker | null = null;
  #lease: Lease | null = null;
  /** The record that is loaded, or on its way. */
  #loading: string | null = null;
  #checker: Checker | null = null;
  #value = "";
  #findings: Finding[] = [];
  readonly #marks = new Marks();
  readonly #active = new Marks();
  #running: AbortController | null = null;
  #lastCheckMs = 0;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #announceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.record = null;
    this.date = null;
    this.asOf = null;
    this.readonly = false;
    this.report = null;
    this._info = null;
    this._error = null;
    this._selected = null;
    this._announced = "";
  }

  /** The text. Setting it replaces what is in the editor. */
  get value(): string {
    return this.#value;
  }
  set value(text: string) {
    const editor = this.#editor;
    this.#value = String(text ?? "");
    if (editor) {
      editor.textContent = this.#value;
      this.#schedule(0);
    }
  }

  /** The checker in use; setting one makes the element use it, and closing it stays with whoever made it. */
  get checker(): Checker | null {
    return this.#checker;
  }
  set checker(checker: Checker | null) {
    this.#given = checker;
    if (this.isConnected) void this.#load();
  }

  override focus(options?: FocusOptions): void {
    this.#editor?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#checkTimer);
    clearTimeout(this.#announceTimer);
    this.#running?.abort();
    this.#marks.clear();
    this.#active.clear();
    this.#lease?.release();
    this.#lease = null;
    this.#checker = null;
  }

  protected override firstUpdated(): void {
    const editor = this.#editor!;
    editor.textContent = this.#value;
    this.#schedule(0);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("record") && this.record !== this.#loading && this.isConnected) void this.#load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("date") || changed.has("asOf")) this.#schedule(0);
    if (changed.has("_selected")) this.#showActive();
  }

  get #editor(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>(".editor") ?? null;
  }

  async #load(): Promise<void> {
    this.#loading = this.record;
    this.#lease?.release();
    this.#checker = null;
    this._info = null;
    this._error = null;
    const taken = this.#given ? null : lease(this.record);
    this.#lease = taken;
    try {
      const checker = this.#given ?? (await taken!.checker);
      if (taken !== this.#lease) return;
      this.#checker = checker;
      this._info = checker.info();
      this.#schedule(0);
    } catch (error) {
      if (taken === this.#lease) this.#fail(error);
    }
  }

  #schedule(pause = this.#lastCheckMs < QUICK_MS ? 0 : Math.min(this.#lastCheckMs, LONGEST_PAUSE_MS)): void {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => void this.#check(), pause);
  }

  async #check(): Promise<void> {
    const editor = this.#editor;
    if (!this.#checker || !editor) return;
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const { signal } = running;
    const content = new EditorText(editor);
    const started = performance.now();
    try {
      const report = await this.#checker.check(content.text, {
        ...(this.date ? { date: this.date } : {}),
        ...(this.asOf ? { asOf: this.asOf } : {}),
        signal,
      });
      if (signal.aborted) return;
      this.#lastCheckMs = performance.now() - started;
      this.#show(report, content);
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) this.#fail(error);
    }
  }

  #show(report: Report, content: EditorText): void {
    const seen = new Map<string, number>();
    this.#findings = report.claims.filter(isFlagged).map((claim) => {
      // A finding keeps its card while text around it changes.
      const words = `${claim.verdict} ${claim.text}`;
      const nth = (seen.get(words) ?? 0) + 1;
      seen.set(words, nth);
      return { claim, key: `${nth} ${words}`, range: content.range(claim.start, claim.end) };
    });
    this.#marks.set(
      this.#findings.flatMap(({ claim, range }) => (range && isFlagged(claim) ? [{ kind: claim.verdict, range }] : [])),
    );
    this._error = null;
    this.report = report;
    this.#showActive();
    this.#announce(report.summary.claims > 0 || content.text.trim() ? coverage(report, this.#messages) : "");
    this.#emit("report", report);
  }

  #fail(error: unknown): void {
    this._error =
      error instanceof OnRecordError
        ? error
        : new OnRecordError("engine-failed", error instanceof Error ? error.message : String(error));
    this.report = null;
    this.#findings = [];
    this.#marks.clear();
    this.#active.clear();
    this.#emit("error", this._error);
  }

  #announce(text: string): void {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => (this._announced = text), ANNOUNCE_AFTER_MS);
  }

  #emit(name: "report" | "select" | "error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`on-record-${name}`, { detail, bubbles: true, composed: true }));
  }

  #typed(): void {
    this.#value = new EditorText(this.#editor!).text;
    this.#schedule();
  }

  #showActive(): void {
    const range = this.#findings.find(({ key }) => key === this._selected)?.range;
    this.#active.set(range ? [{ kind: "active", range }] : []);
  }

  /** From the text to the card. */
  #clicked(event: MouseEvent): void {
    const hit = this.#findings.find(({ range }) => range && covers(range, event.clientX, event.clientY));
    this._selected = hit?.key ?? null;
    if (!hit) return;
    this.#emit("select", hit.claim);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector("[data-selected]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  /** From the card to the text. */
  #reveal({ claim, key, range }: Finding): void {
    this._selected = key;
    this.#emit("select", claim);
    const editor = this.#editor!;
    if (!range) return;
    editor.focus({ preventScroll: true });
    getSelection()?.setBaseAndExtent(range.endContainer, range.endOffset, range.endContainer, range.endOffset);
    editor.scrollIntoView({ block: "nearest" });
    const box = range.getBoundingClientRect();
    const pane = editor.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) {
      editor.scrollTop += box.top - pane.top - editor.clientHeight / 3;
    }
  }

  #setDate(name: "date" | "asOf", event: Event): void {
    this[name] = (event.target as HTMLInputElement).value || null;
  }

  protected override render(): unknown {
    const messages = this.#words();
    return html`<section class="widget">
      ${this.#heading(messages)}
      <div class="panes">
        <div
          class="editor"
          part="editor"
          role="textbox"
          aria-multiline="true"
          aria-label=${messages.text("editor")}
          aria-readonly=${this.readonly ? "true" : "false"}
          tabindex="0"
          contenteditable=${this.readonly ? "false" : "plaintext-only"}
          spellcheck="false"
          dir="auto"
          data-placeholder=${messages.text("placeholder")}
          @input=${this.#typed}
          @click=${this.#clicked}
        ></div>
        <section class="results" part="results" aria-label=${messages.text("findings")}>
          ${this.#results(messages)}
        </section>
      </div>
      <p class="unseen" role="status">${this._announced}</p>
    </section>`;
  }

  #words(): Messages {
    const language = this.lang || "en";
    if (this.#language !== language) {
      this.#language = language;
      this.#messages = new Messages(language);
    }
    return this.#messages;
  }

  #heading(messages: Messages): unknown {
    const info = this._info;
    const day = (date: string) => formatDate(date, messages.language);
    const facts = info
      ? [
          messages.count("statements", info.statements),
          ...(info.covers
            ? [messages.text("span", { from: day(info.covers.from), to: day(info.covers.to) })]
            : []),
        ]
      : [];
    return html`<header>
      <div class="record" part="record">
        <h2>${info ? info.title : this._error ? nothing : messages.text("loading")}</h2>
        <p>${facts.join(" · ")}</p>
      </div>
      <div class="dates">
        <label>${messages.text("documentDate")}${this.#dateInput("date", this.date)}</label>
        <label>${messages.text("asOf")}${this.#dateInput("asOf", this.asOf ?? todayIso())}</label>
      </div>
    </header>`;
  }

  #dateInput(name: "date" | "asOf", value: string | null): unknown {
    return html`<input
      type="date"
      .value=${isFullDate(value) ? value : ""}
      ?disabled=${this.readonly}
      @change=${(event: Event) => this.#setDate(name, event)}
    />`;
  }

  #results(messages: Messages): unknown {
    if (this._error) return failure(this._error, messages, () => void this.#load());
    if (!this.report) return html`<p class="quiet">${messages.text(this._info ? "waiting" : "loading")}</p>`;
    if (!this.#value.trim()) return html`<p class="quiet">${messages.text("waiting")}</p>`;
    const { report } = this;
    return html`<p class="coverage" part="coverage">${coverage(report, messages)}</p>
      ${this.#findings.length === 0 && report.summary.claims > 0
        ? html`<p class="quiet">${messages.text("nothingFlagged")}</p>`
        : nothing}
      <ol class="cards">
        ${repeat(
          this.#findings,
          ({ key }) => key,
          (finding) =>
            html`<li>${
              isFlagged(finding.claim)
                ? card(finding.claim, {
                    messages,
                    textDate: report.document_date ?? report.as_of,
                    selected: finding.key === this._selected,
                    show: () => this.#reveal(finding),
                  })
                : nothing
            }</li>`,
        )}
      </ol>`;
  }
}
