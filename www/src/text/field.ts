// A textarea or an input: its text has no nodes to mark, so a see-through copy lies over it and carries the marks.

import { type Snapshot, type TextTarget, insert } from "./target.ts";

/** What decides where the letters stand. */
const LAYOUT = [
  "box-sizing", "direction", "font", "font-feature-settings", "font-kerning", "font-variation-settings", "hyphens",
  "letter-spacing", "line-break", "line-height", "overflow-wrap", "padding-bottom", "padding-left", "padding-right",
  "padding-top", "tab-size", "text-align", "text-indent", "text-transform", "unicode-bidi", "word-break",
  "word-spacing", "writing-mode",
];

export class FieldTarget implements TextTarget {
  readonly element: HTMLTextAreaElement | HTMLInputElement;
  readonly #copy: HTMLElement;
  /** One node for good: marks are ranges in it, and move along as it changes. */
  readonly #text = document.createTextNode("");
  readonly #stop = new AbortController();
  readonly #resized: ResizeObserver;
  #frame = 0;

  constructor(element: HTMLTextAreaElement | HTMLInputElement, shadow: ShadowRoot) {
    this.element = element;
    this.#copy = document.createElement("div");
    this.#copy.className = "field-copy";
    this.#copy.setAttribute("aria-hidden", "true");
    // The line break behind the last line is shown only when something follows it.
    this.#copy.append(this.#text, "\n");
    // The top layer is free of what transforms and clips the element around us.
    if ("popover" in this.#copy) this.#copy.popover = "manual";
    shadow.append(this.#copy);
    if ("showPopover" in this.#copy) this.#copy.showPopover();
    this.#resized = new ResizeObserver(() => this.#place());
    this.#resized.observe(element);
    this.#resized.observe(document.documentElement);
    const { signal } = this.#stop;
    addEventListener("scroll", () => this.#soon(), { signal, capture: true, passive: true });
    addEventListener("resize", () => this.#soon(), { signal });
  }

  get editable(): boolean {
    return !this.element.readOnly && !this.element.disabled;
  }

  read(): Snapshot {
    const text = this.element.value;
    const node = this.#text;
    if (node.data !== text) adopt(node, text);
    this.#place();
    return {
      text,
      range(start, end) {
        if (node.data !== text) return null;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      },
    };
  }

  write(text: string): void {
    this.element.value = text;
  }

  replace(start: number, end: number, text: string): void {
    this.element.focus({ preventScroll: true });
    const to = Math.min(end, this.element.value.length);
    this.element.setSelectionRange(start, to);
    if (insert(text)) return;
    this.element.setRangeText(text, start, to, "end");
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }

  reveal(start: number, end: number): void {
    const { element } = this;
    element.focus({ preventScroll: true });
    element.setSelectionRange(end, end);
    element.scrollIntoView({ block: "nearest" });
    this.scrollTo(start, end);
  }

  scrollTo(start: number, end: number): void {
    const { element } = this;
    const node = this.#text;
    if (end > node.length) return;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const box = range.getBoundingClientRect();
    const pane = element.getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) element.scrollTop += box.top - pane.top - element.clientHeight / 3;
    if (box.left < pane.left || box.right > pane.right) element.scrollLeft += box.left - pane.left - element.clientWidth / 3;
    this.#place();
  }

  hits(_event: MouseEvent, start: number, end: number): boolean {
    const caret = this.element.selectionStart ?? -1;
    return caret === this.element.selectionEnd && caret >= start && caret <= end;
  }

  listen(changed: () => void, clicked: (event: MouseEvent) => void): void {
    const { signal } = this.#stop;
    this.element.addEventListener("input", changed, { signal });
    this.element.addEventListener("click", (event) => clicked(event as MouseEvent), { signal });
  }

  release(): void {
    this.#stop.abort();
    this.#resized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#copy.remove();
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  /** Puts the copy over the field, with its letters where the field has them. */
  #place(): void {
    const { element } = this;
    const { style } = this.#copy;
    const its = getComputedStyle(element);
    for (const name of LAYOUT) style.setProperty(name, its.getPropertyValue(name));
    const multiline = element instanceof HTMLTextAreaElement;
    style.setProperty("white-space", multiline ? its.whiteSpace : "pre");
    const box = element.getBoundingClientRect();
    const left = parseFloat(its.borderLeftWidth);
    const top = parseFloat(its.borderTopWidth);
    style.left = `${box.left + left}px`;
    style.top = `${box.top + top}px`;
    style.setProperty("box-sizing", "border-box");
    style.width = `${element.clientWidth}px`;
    style.height = `${element.clientHeight}px`;
    if (!multiline) {
      // An input centres its one line.
      const space = element.clientHeight - parseFloat(its.paddingTop) - parseFloat(its.paddingBottom);
      style.setProperty("line-height", `${space}px`);
    }
    style.setProperty("clip-path", clip(element, box, left, top));
    this.#copy.scrollTop = element.scrollTop;
    this.#copy.scrollLeft = element.scrollLeft;
  }
}

/** Makes a node's text another one by the stretch in which the two differ. */
function adopt(node: Text, text: string): void {
  const before = node.data;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === text.at(-1 - same)) same++;
  node.replaceData(start, before.length - start - same, text.slice(start, text.length - same));
}

/** What scrolls around the field hides parts of it, and so of the copy. */
function clip(element: Element, box: DOMRect, left: number, top: number): string {
  let [x1, y1, x2, y2] = [box.left, box.top, box.right, box.bottom];
  for (let at = parent(element); at && at !== document.documentElement; at = parent(at)) {
    const style = getComputedStyle(at);
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    const pane = at.getBoundingClientRect();
    x1 = Math.max(x1, pane.left);
    y1 = Math.max(y1, pane.top);
    x2 = Math.min(x2, pane.right);
    y2 = Math.min(y2, pane.bottom);
  }
  const hidden = x2 <= x1 || y2 <= y1 || !element.checkVisibility?.();
  if (hidden) return "inset(50%)";
  const inset = [y1 - box.top - top, box.right - x2 - left, box.bottom - y2 - top, x1 - box.left - left];
  return `inset(${inset.map((side) => `${Math.max(0, side)}px`).join(" ")})`;
}

function parent(node: Element): Element | null {
  return node.assignedSlot ?? node.parentElement ?? ((node.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
}
