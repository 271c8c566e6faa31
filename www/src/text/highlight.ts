// Marks in a text that change neither it nor its undo history nor the caret: by the CSS Custom Highlight API,
// and where that is missing by boxes that lie over the text.

import { type CSSResult, css } from "lit";
import type { Verdict } from "../types.ts";

export type MarkKind = Exclude<Verdict, "unmatched"> | "active";

export interface Mark {
  kind: MarkKind;
  range: Range;
}

/** Their looks, in the tree of the element that carries them: kind of line and colour together. */
export const markStyles: CSSResult = css`
  ::highlight(on-record-conflict) {
    text-decoration: underline wavy var(--on-record-conflict, light-dark(#b3261e, #ff8f85)) 1.5px;
    background-color: color-mix(in srgb, var(--on-record-conflict, light-dark(#b3261e, #ff8f85)) 12%, transparent);
  }
  ::highlight(on-record-outdated) {
    text-decoration: underline dashed var(--on-record-outdated, light-dark(#8a5300, #f0b453)) 2px;
    background-color: color-mix(in srgb, var(--on-record-outdated, light-dark(#8a5300, #f0b453)) 12%, transparent);
  }
  ::highlight(on-record-disputed) {
    text-decoration: underline dotted var(--on-record-disputed, light-dark(#6b3fa0, #c9a6ff)) 2.5px;
    background-color: color-mix(in srgb, var(--on-record-disputed, light-dark(#6b3fa0, #c9a6ff)) 12%, transparent);
  }
  ::highlight(on-record-supported) {
    text-decoration: underline solid var(--on-record-agrees, light-dark(#1c6b3c, #7fd6a0)) 1.5px;
  }
  ::highlight(on-record-active) {
    background-color: color-mix(in srgb, var(--on-record-focus, light-dark(#1a5fb4, #8ab8ff)) 25%, transparent);
  }
  /* Where colours are forced a ground would cover the lines, which alone tell the kinds apart. */
  @media (forced-colors: active) {
    ::highlight(on-record-conflict),
    ::highlight(on-record-outdated),
    ::highlight(on-record-disputed),
    ::highlight(on-record-supported) {
      color: CanvasText;
      background-color: Canvas;
      text-decoration-color: CanvasText;
    }
    ::highlight(on-record-active) {
      color: HighlightText;
      background-color: Highlight;
      text-decoration-color: HighlightText;
    }
  }
`;

/** The registry is the document's: all editors of a page share one highlight a kind. */
function shared(kind: MarkKind): Highlight | null {
  if (!hasHighlights()) return null;
  const name = `on-record-${kind}`;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = kind === "active" ? 1 : 0;
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

export function hasHighlights(): boolean {
  return typeof Highlight !== "undefined" && Boolean(CSS.highlights);
}

/** The marks of one text. */
export class Marks {
  #marks: Mark[] = [];

  set(marks: Mark[]): void {
    this.clear();
    for (const { kind, range } of marks) shared(kind)?.add(range);
    this.#marks = marks;
  }

  clear(): void {
    for (const { kind, range } of this.#marks) shared(kind)?.delete(range);
    this.#marks = [];
  }

  get list(): readonly Mark[] {
    return this.#marks;
  }
}

/** Whether a point of the window lies on the range. */
export function covers(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

/**
 * Brings the looks of the marks into the tree of a watched element. A tree keeps them as long as somebody there is watched.
 */
const users = new WeakMap<Document | ShadowRoot, number>();
let sheet: CSSStyleSheet | undefined;

export function styleMarks(element: Element): () => void {
  const root = element.getRootNode() as Document | ShadowRoot;
  sheet ??= markStyles.styleSheet;
  if (!sheet || !root.adoptedStyleSheets) return () => undefined;
  const own = sheet;
  users.set(root, (users.get(root) ?? 0) + 1);
  if (!root.adoptedStyleSheets.includes(own)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, own];
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    const left = users.get(root)! - 1;
    users.set(root, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== own);
  };
}
