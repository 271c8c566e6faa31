// Marks in the text by the CSS Custom Highlight API: they change neither the text nor its undo history nor the caret.

import type { Verdict } from "./types.ts";

export type MarkKind = Extract<Verdict, "conflict" | "outdated" | "disputed"> | "active";

export interface Mark {
  kind: MarkKind;
  range: Range;
}

/** The registry is the document's: all editors of a page share one highlight a kind. */
function shared(kind: MarkKind): Highlight | null {
  if (typeof Highlight === "undefined" || !CSS.highlights) return null;
  const name = `on-record-${kind}`;
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = kind === "active" ? 1 : 0;
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** The marks of one editor. */
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
}

/** Whether a point of the window lies on the range. */
export function covers(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}
