// What is checked: the element's own editor, or a field that stands elsewhere in the page.

import { EditorText } from "./editor.ts";
import { FieldTarget } from "./field.ts";
import { covers } from "./highlight.ts";

/** A text as it was at one moment, with its places. */
export interface Snapshot {
  readonly text: string;
  /** A range to mark, over code units `start` to `end`; null where that is not shown. */
  range(start: number, end: number): Range | null;
}

export interface TextTarget {
  readonly element: HTMLElement;
  readonly editable: boolean;
  read(): Snapshot;
  /** Replaces everything, without a step to undo it. */
  write(text: string): void;
  /** Replaces a stretch in one step that the reader's undo takes back. */
  replace(start: number, end: number, text: string): void;
  /** Puts the caret behind a stretch and shows it. */
  reveal(start: number, end: number): void;
  /** Scrolls to a stretch inside of the element; focus and page stay where they are. */
  scrollTo(start: number, end: number): void;
  /** Whether the caret or the pointer of this event is in the range. */
  hits(event: MouseEvent, start: number, end: number, range: Range | null): boolean;
  /** Calls back when the text has changed. */
  listen(changed: () => void, clicked: (event: MouseEvent) => void): void;
  release(): void;
}

/** Why an element cannot be watched, as a message's key. */
export type Unfit = "forMissing" | "forUnfit";

/** The target for an element; `shadow` is where things may be drawn over it. */
export function targetFor(element: HTMLElement, shadow: ShadowRoot): TextTarget | null {
  if (element instanceof HTMLTextAreaElement) return new FieldTarget(element, shadow);
  // A password, a number or a date is not a text.
  if (element instanceof HTMLInputElement) {
    return ["text", "search"].includes(element.type) ? new FieldTarget(element, shadow) : null;
  }
  return element.isContentEditable || element.hasAttribute("contenteditable") ? new EditableTarget(element) : null;
}

/** Finds an id in the element's own tree, in the page, then in its open shadow trees. */
export function findById(from: Element, id: string): HTMLElement | null {
  for (const root of [from.getRootNode(), document]) {
    const found = (root as Document | ShadowRoot).getElementById?.(id);
    if (found) return found;
  }
  return inShadows(document, id);
}

function inShadows(root: ParentNode, id: string): HTMLElement | null {
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    const found = shadowRoot && (shadowRoot.getElementById(id) ?? inShadows(shadowRoot, id));
    if (found) return found;
  }
  return null;
}

export class EditableTarget implements TextTarget {
  readonly element: HTMLElement;
  readonly #stop = new AbortController();

  constructor(element: HTMLElement) {
    this.element = element;
  }

  get editable(): boolean {
    return this.element.isContentEditable;
  }

  read(): Snapshot {
    return new EditorText(this.element);
  }

  write(text: string): void {
    this.element.textContent = text;
  }

  replace(start: number, end: number, text: string): void {
    const range = new EditorText(this.element).range(start, end);
    this.element.focus({ preventScroll: true });
    const selection = getSelection();
    if (range) selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    else selection?.selectAllChildren(this.element);
    insert(text);
  }

  reveal(start: number, end: number): void {
    const range = new EditorText(this.element).range(start, end);
    this.element.focus({ preventScroll: true });
    if (!range) return;
    getSelection()?.setBaseAndExtent(range.endContainer, range.endOffset, range.endContainer, range.endOffset);
    this.element.scrollIntoView({ block: "nearest" });
    this.#scrollTo(range);
    const box = range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 3 });
  }

  scrollTo(start: number, end: number): void {
    const range = new EditorText(this.element).range(start, end);
    if (range) this.#scrollTo(range);
  }

  #scrollTo(range: Range): void {
    const box = range.getBoundingClientRect();
    const pane = this.element.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) {
      this.element.scrollTop += box.top - pane.top - this.element.clientHeight / 3;
    }
  }

  hits(event: MouseEvent, _start: number, _end: number, range: Range | null): boolean {
    return range !== null && covers(range, event.clientX, event.clientY);
  }

  listen(changed: () => void, clicked: (event: MouseEvent) => void): void {
    const { signal } = this.#stop;
    this.element.addEventListener("input", changed, { signal });
    this.element.addEventListener("click", clicked, { signal });
  }

  release(): void {
    this.#stop.abort();
  }
}

/**
 * The one way to change a text so that undo knows it. It is deprecated and without a successor;
 * every browser has it.
 */
export function insert(text: string): boolean {
  return document.execCommand(text ? "insertText" : "delete", false, text);
}
