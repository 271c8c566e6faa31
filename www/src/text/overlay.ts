// Marks for browsers without the Highlight API: boxes over the letters, in the element's own shadow tree.

import type { Mark } from "./highlight.ts";

/** Draws boxes where ranges are, and again when something scrolls or changes its size. */
export class Overlay {
  readonly #layer: HTMLElement;
  readonly #stop = new AbortController();
  #marks: Mark[] = [];
  #frame = 0;
  #target: HTMLElement | null = null;

  constructor(shadow: ShadowRoot) {
    this.#layer = document.createElement("div");
    this.#layer.className = "overlay";
    this.#layer.setAttribute("aria-hidden", "true");
    // The top layer is free of what transforms and clips the element around us.
    if ("popover" in this.#layer) this.#layer.popover = "manual";
    shadow.append(this.#layer);
    if ("showPopover" in this.#layer) this.#layer.showPopover();
    const { signal } = this.#stop;
    addEventListener("scroll", () => this.#soon(), { signal, capture: true, passive: true });
    addEventListener("resize", () => this.#soon(), { signal });
  }

  set(marks: Mark[], target: HTMLElement): void {
    this.#marks = marks;
    this.#target = target;
    this.#soon();
  }

  release(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    this.#layer.remove();
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const pane = this.#target?.getBoundingClientRect();
    const boxes = this.#marks.flatMap(({ kind, range }) =>
      Array.from(range.getClientRects(), (box) => ({ kind, box })),
    );
    const shown = boxes.filter(({ box }) => pane && box.bottom <= pane.bottom + 1 && box.top >= pane.top - 1);
    this.#layer.replaceChildren(
      ...shown.map(({ kind, box }) => {
        const line = document.createElement("i");
        line.className = kind;
        line.style.left = `${box.left}px`;
        line.style.top = `${box.top}px`;
        line.style.width = `${box.width}px`;
        line.style.height = `${box.height}px`;
        return line;
      }),
    );
  }
}
