// The element: what happens when the text, a date or the record changes, and what a reader does with a finding.

import { type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Checker } from "./checker.ts";
import { Desk } from "./desk.ts";
import { lease, lent, own } from "./engines.ts";
import type { OnRecordError } from "./errors.ts";
import type { KeptText } from "./keep.ts";
import { commandOf } from "./keys.ts";
import { Library } from "./library.ts";
import { loadMessages } from "./messages.ts";
import { Properties } from "./properties.ts";
import { type Question, Session } from "./session.ts";
import { take } from "./take/do.ts";
import type { PartialDate, Report } from "./types.ts";
import { notice } from "./view/failure.ts";
import { editor, recordLine } from "./view/frame.ts";
import { type TakeForm, closeMenu, menu, openMenu } from "./view/menu.ts";
import { results, showTop } from "./view/results.ts";
import { styles } from "./view/styles.ts";
import { coverage } from "./view/summary.ts";
import { when } from "./view/when.ts";
import { Watching } from "./watching.ts";

/** A live region that spoke at every keystroke would drown what is typed. */
const ANNOUNCE_AFTER_MS = 1000;

export class Widget extends Properties {
  static readonly formAssociated = true;
  static override styles = styles;

  // Node has the class and never makes one.
  readonly #internals = this.attachInternals();
  #given: Checker | null = null;
  #target: HTMLElement | null = null;
  /** The text while there is no editor for it. */
  #value = "";
  /** The record that is loaded, or on its way. */
  #loaded: string | null | undefined;
  #language = "";
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #session: Session;
  readonly #desk: Desk;
  readonly #library: Library;
  readonly #watching: Watching;

  constructor() {
    super();
    const self = this;
    this.#session = new Session({
      question: () => self.#question(),
      reported: (report, question) => self.#show(report, question),
      failed: (error) => self.#fail(error),
      changed: () => self.requestUpdate(),
    });
    this.#desk = new Desk({
      get text() {
        return self.#watching.text;
      },
      get writable() {
        return self.#writable;
      },
      changed: () => self.requestUpdate(),
      keep: () => self.#keep(),
      selected: (claim) => self.#emit("select", claim),
      focusCard: (index) => void self.updateComplete.then(() => showTop(self.#card(index), true)),
    });
    this.#library = new Library({
      get messages() {
        return self.messages;
      },
      get writable() {
        return self.#writable;
      },
      openText: (text) => self.#watching.text?.put(text) ?? "",
      tryRecord: (record) => self.#session.swap((note) => own(record, note)),
      recordChanged: () => self.#load(),
      changed: () => self.requestUpdate(),
      tell: (told) => (self.told = told),
    });
    this.#watching = new Watching({
      element: self,
      get shadow() {
        return self.renderRoot as ShadowRoot;
      },
      get editor() {
        return self.renderRoot.querySelector<HTMLElement>(".editor");
      },
      get wanted() {
        return self.#target ?? self.htmlFor;
      },
      changed: () => self.#typed(),
      clicked: (event) => self.#clicked(event),
      pressed: (event) => self.#pressed(event),
      bound: (unfit) => {
        self.unfit = unfit;
        self.#typed(0);
      },
    });
    this.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** The text. Setting it replaces what is in the editor, or in the element that is watched. */
  get value(): string {
    return this.#watching.text?.target.read().text ?? this.#value;
  }
  set value(text: string) {
    this.#value = String(text ?? "");
    this.#watching.text?.target.write(this.#value);
    this.#typed(0);
  }

  get report(): Report | null {
    return this.#desk.report;
  }

  /** The checker in use; setting one makes the element use it, and closing it stays with whoever made it. */
  get checker(): Checker | null {
    return this.#session.checker;
  }
  set checker(checker: Checker | null) {
    this.#given = checker;
    if (this.isConnected) this.#load();
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** An element to watch, where an id does not do; it goes before `for`. */
  get target(): HTMLElement | null {
    return this.#target;
  }
  set target(element: HTMLElement | null) {
    this.#target = element;
    this.requestUpdate("htmlFor", undefined);
  }

  /** Takes files as if they had been dropped: texts to check, records to check them against. */
  open(files: Iterable<File>): Promise<void> {
    return this.#library.take([...files]);
  }

  /** Reads the text again: for a watched field whose value a program has set. */
  refresh(): void {
    this.#typed(0);
  }

  override focus(options?: FocusOptions): void {
    this.#watching.text?.target.element.focus(options);
  }

  formResetCallback(): void {
    this.value = "";
  }

  formDisabledCallback(disabled: boolean): void {
    this.readonly = disabled;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watching.bind();
    // Moved in the document, it has what it had.
    if (this.#session.idle) void this.#start();
    this.#speak();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setTimeout(() => {
      if (this.isConnected) return;
      clearTimeout(this.#announceTimer);
      this.#value = this.value;
      this.#watching.release();
      this.#session.close();
    });
  }

  protected override firstUpdated(): void {
    this.#editorText();
    this.#watching.bind();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("record") && this.#loaded !== undefined && this.record !== this.#loaded) this.#load();
    if (changed.has("lang")) this.#speak();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("htmlFor") && changed.get("htmlFor") !== this.htmlFor) this.#watching.bind();
    if (changed.has("date") || changed.has("asOf")) this.#session.schedule(0);
    if ((changed as Map<PropertyKey, unknown>).has("told") && this.told) this.renderRoot.querySelector(".notice")?.scrollIntoView({ block: "nearest" });
  }

  /** Loads the record, and meanwhile looks for what was kept; a record of the reader's own goes before it. */
  async #start(): Promise<void> {
    this.#load();
    if (this.store === null) return;
    const kept = await this.#library.restore(this.store || "default");
    if (kept && !this.value) {
      ({ date: this.date, asOf: this.asOf, ignored: this.#desk.ignored } = kept);
      this.value = kept.text;
    }
    if (this.isConnected && this.#library.record) this.#load();
    this.requestUpdate();
  }

  #load(): void {
    this.#loaded = this.record;
    this.error = null;
    const given = this.#given;
    const chosen = this.#library.record;
    void this.#session.open((note) => {
      if (given) return lent(given);
      return chosen ? own(new File([chosen.bytes], chosen.name), note) : lease(this.record, note);
    });
  }

  #speak(): void {
    const tag = this.lang || this.closest<HTMLElement>("[lang]")?.lang || "en";
    if (tag === this.#language) return;
    this.#language = tag;
    void loadMessages(tag).then((messages) => tag === this.#language && (this.messages = messages));
  }

  #editorText(): void {
    const editor = this.renderRoot.querySelector(".editor");
    if (editor) editor.textContent = this.#value;
  }

  get #writable(): boolean {
    return !this.readonly && Boolean(this.#watching.text?.target.editable);
  }

  #question(): Question | null {
    const text = this.#watching.text;
    return text ? { content: text.target.read(), date: this.date, asOf: this.asOf } : null;
  }

  #typed(pause?: number): void {
    this.#session.schedule(pause);
    if (this.#watching.text) this.#value = this.value;
    this.#internals.setFormValue(this.#value);
    this.#keep();
  }

  #show(report: Report, question: Question): void {
    this.error = null;
    this.#desk.put(report, question);
    this.#announce(report.summary.claims > 0 || question.content.text.trim() ? coverage(report, this.messages) : "");
    this.#emit("report", report);
  }

  #fail(error: OnRecordError): void {
    this.error = error;
    this.#desk.clear();
    this.#emit("error", error);
  }

  #announce(text: string): void {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => (this.announced = text), ANNOUNCE_AFTER_MS);
  }

  #emit(name: "report" | "select" | "error", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`on-record-${name}`, { detail, bubbles: true, composed: true }));
  }

  #keep(): void {
    this.#library.keepSoon(() => this.#kept());
  }

  #kept(): KeptText {
    return { text: this.value, date: this.date, asOf: this.asOf, ignored: this.#desk.ignored };
  }

  /** From the text to the card. */
  #clicked(event: MouseEvent): void {
    const hit = this.#watching.text?.at(event) ?? null;
    this.#desk.select(hit);
    if (hit) void this.updateComplete.then(() => showTop(this.#card(this.#desk.findings.indexOf(hit))));
  }

  /** The card of this number, or where the cards are. */
  #card(index: number): HTMLElement | null {
    return this.renderRoot.querySelectorAll<HTMLElement>(".card")[index] ?? this.renderRoot.querySelector(".results");
  }

  #pressed(event: KeyboardEvent): void {
    const command = event.defaultPrevented ? null : commandOf(event);
    if (!command) return;
    event.preventDefault();
    const { current } = this.#desk;
    if (command === "help") openMenu(this.#menuElement);
    else if (command === "next" || command === "previous") this.#desk.step(command === "next" ? 1 : -1);
    else if (current) this.#desk.actions(current)[command === "back" ? "show" : command]();
    else if (command === "back") this.focus();
  }

  get #menuElement(): HTMLDetailsElement {
    return this.renderRoot.querySelector<HTMLDetailsElement>(".menu")!;
  }

  async #take(form: TakeForm, publisher = ""): Promise<void> {
    closeMenu(this.#menuElement);
    const said = await take({ form, publisher, desk: this.#desk, messages: this.messages });
    if (said) this.told = { text: this.messages.text(said), done: said === "copied" };
  }

  #dragged(event: DragEvent): void {
    const files = event.dataTransfer?.types.includes("Files") ? event.dataTransfer.files : null;
    if (files) event.preventDefault();
    this.dropping = files !== null && event.type === "dragover";
    if (files && event.type === "drop") void this.open(files);
  }

  protected override render(): unknown {
    const { messages, told } = this;
    return html`<section
      class="widget ${this.dropping ? "dropping" : ""}"
      @dragover=${this.#dragged}
      @dragleave=${this.#dragged}
      @drop=${this.#dragged}
    >
      <header part="header">
        <slot name="heading"></slot>
        ${recordLine(this.#session.info, this.error !== null, messages)} ${this.#menu()}
      </header>
      ${told ? notice(told, messages, () => (this.told = null)) : nothing}
      <div class=${this.#elsewhere ? "alone" : "panes"}>
        ${this.#elsewhere ? nothing : editor(messages, this.readonly)}
        <section class="results" part="results" aria-label=${messages.text("findings")} tabindex="-1">${this.#results()}</section>
      </div>
      <p class="unseen" role="status">${this.announced}</p>
    </section>`;
  }

  get #elsewhere(): boolean {
    return this.htmlFor !== null || this.#target !== null;
  }

  #menu(): unknown {
    const library = this.#library;
    const desk = this.#desk;
    return menu({
      messages: this.messages,
      supported: desk.supported,
      keepsText: library.keeps ? library.keepsText : null,
      records: library.records,
      chosen: library.chosen,
      reported: desk.report !== null && desk.report.summary.claims > 0,
      confirmed: desk.claims(true).length,
      open: (files) => void this.open(files),
      showSupported: (on) => desk.showSupported(on),
      keepText: (on) => void library.keepText(on ? this.#kept() : null).then(() => this.requestUpdate()),
      choose: (id) => void library.choose(id),
      remove: (id) => void library.remove(id),
      take: (form, publisher) => void this.#take(form, publisher),
    });
  }

  #results(): unknown {
    const { messages, unfit } = this;
    const session = this.#session;
    const desk = this.#desk;
    return results({
      messages,
      desk,
      error: this.error,
      busy: session.busy,
      cancelled: session.cancelled,
      empty: !this.#value.trim(),
      loaded: session.info !== null,
      unfit: unfit && messages.text(unfit, { id: this.htmlFor ?? "" }),
      editable: this.#writable,
      when: () => this.#when(),
      retry: () => this.#load(),
      cancel: () => {
        session.cancel();
        // The button is gone with what it cancels.
        this.#card(-1)?.focus();
      },
      again: () => session.schedule(0),
    });
  }

  #when(): TemplateResult {
    const set = (name: "date" | "asOf") => (date: PartialDate | null) => {
      this[name] = date;
      this.#keep();
    };
    const { messages, date, asOf, readonly } = this;
    const { days, proposed } = this.#session;
    const turns = this.#desk.findings.flatMap(({ claim }) => claim.since ?? []);
    const covers = this.#session.info?.covers ?? null;
    return when({ messages, date, asOf, proposed, days, covers, turns, readonly, setDate: set("date"), setAsOf: set("asOf") });
  }
}
