// A text with the marks of its findings.

import type { Finding } from "../findings.ts";
import { type Mark, Marks, hasHighlights, styleMarks } from "./highlight.ts";
import { Overlay } from "./overlay.ts";
import type { Snapshot, TextTarget } from "./target.ts";

/** A longer text is put in place at once: the way that can be undone would take seconds. */
const LONGEST_UNDOABLE = 100_000;

interface Place {
  finding: Finding;
  range: Range | null;
}

export class MarkedText {
  readonly target: TextTarget;
  readonly #marks = new Marks();
  readonly #active = new Marks();
  readonly #overlay: Overlay | null;
  readonly #unstyle: () => void;
  #places: Place[] = [];
  #text = "";

  constructor(target: TextTarget, shadow: ShadowRoot) {
    this.target = target;
    this.#overlay = hasHighlights() ? null : new Overlay(shadow);
    this.#unstyle = target.element.getRootNode() === shadow ? () => undefined : styleMarks(target.element);
  }

  /** Marks the findings of a text that was read as `content`. */
  show(findings: Finding[], content: Snapshot): void {
    this.#text = content.text;
    this.#places = findings.map((finding) => ({ finding, range: content.range(finding.claim.start, finding.claim.end) }));
    this.#marks.set(this.#places.flatMap(({ finding, range }): Mark[] => (range ? [{ kind: finding.claim.verdict, range }] : [])));
    this.activate(null);
  }

  /** Marks one of them as the one that is spoken of. */
  activate(key: string | null): void {
    const range = this.#places.find(({ finding }) => finding.key === key)?.range;
    this.#active.set(range ? [{ kind: "active", range }] : []);
    this.#overlay?.set([...this.#marks.list, ...this.#active.list], this.target.element);
  }

  /** The finding under a click. */
  at(event: MouseEvent): Finding | null {
    const hit = this.#places.find(({ finding: { claim }, range }) => this.target.hits(event, claim.start, claim.end, range));
    return hit?.finding ?? null;
  }

  /** Scrolls to the stretch of a finding, inside of the text's own pane. */
  scrollTo(key: string): void {
    const claim = this.#places.find(({ finding }) => finding.key === key)?.finding.claim;
    if (claim) this.target.scrollTo(claim.start, claim.end);
  }

  reveal(key: string): void {
    const claim = this.#places.find(({ finding }) => finding.key === key)?.finding.claim;
    if (claim) this.target.reveal(claim.start, claim.end);
    else this.target.element.focus();
  }

  /** Replaces a stretch of the text that was marked; nothing where the text has changed since. */
  replace(start: number, end: number, text: string): void {
    if (this.target.read().text === this.#text) this.target.replace(start, end, text);
  }

  /** Puts another text in place of all of it; gives what was there, where one undo does not bring it back. */
  put(text: string): string {
    if (text.length <= LONGEST_UNDOABLE) {
      this.target.replace(0, Infinity, text);
      return "";
    }
    const before = this.target.read().text;
    this.target.write(text);
    this.target.element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    return before;
  }

  clear(): void {
    this.#places = [];
    this.#marks.clear();
    this.activate(null);
  }

  release(): void {
    this.clear();
    this.#overlay?.release();
    this.#unstyle();
    this.target.release();
  }
}
