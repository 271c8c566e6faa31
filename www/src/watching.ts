// Which text an element is about: its own editor, or one that stands elsewhere in the page and may come and go.

import { MarkedText } from "./text/marked.ts";
import { EditableTarget, type Unfit, findById, targetFor } from "./text/target.ts";

export interface WatchingHost {
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  /** The element's own editor; null where it watches another. */
  readonly editor: HTMLElement | null;
  /** An id or an element to watch. */
  readonly wanted: string | HTMLElement | null;
  changed(): void;
  clicked(event: MouseEvent): void;
  pressed(event: KeyboardEvent): void;
  /** Another text is watched now, or none, and why. */
  bound(unfit: Unfit | null): void;
}

export class Watching {
  text: MarkedText | null = null;
  readonly #host: WatchingHost;
  #stop = new AbortController();
  /** Sees the page put the element in place of another, or take it away. */
  #page: MutationObserver | null = null;
  #content: MutationObserver | null = null;

  constructor(host: WatchingHost) {
    this.#host = host;
  }

  bind(): void {
    const { wanted, editor, element, shadow } = this.#host;
    const found = wanted === null ? editor : typeof wanted === "string" ? findById(element, wanted) : wanted;
    if (found && this.text?.target.element === found) return;
    this.release();
    const own = found !== null && found === editor;
    const target = found && (own ? new EditableTarget(found) : targetFor(found, shadow));
    if (target) {
      this.text = new MarkedText(target, shadow);
      target.listen(() => this.#host.changed(), (event) => this.#host.clicked(event));
      if (!own) this.#watchElsewhere(target.element);
    }
    if (!own) this.#watchPage();
    this.#host.bound(target ? null : found ? "forUnfit" : "forMissing");
  }

  release(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#page?.disconnect();
    this.#content?.disconnect();
    this.#page = this.#content = null;
    this.text?.release();
    this.text = null;
  }

  #watchElsewhere(element: HTMLElement): void {
    const { signal } = this.#stop;
    element.addEventListener("keydown", (event) => this.#host.pressed(event), { signal });
    element.addEventListener("change", () => this.#host.changed(), { signal });
    if ("form" in element && element.form instanceof HTMLFormElement) {
      // The fields are reset after the event.
      element.form.addEventListener("reset", () => setTimeout(() => this.#host.changed()), { signal });
    }
    if (element.matches("input, textarea")) return;
    this.#content = new MutationObserver(() => this.#host.changed());
    this.#content.observe(element, { childList: true, characterData: true, subtree: true });
  }

  #watchPage(): void {
    const look = () => {
      if (!this.text?.target.element.isConnected) this.bind();
    };
    this.#page = new MutationObserver(look);
    const roots = new Set([document, this.#host.element.getRootNode(), this.text?.target.element.getRootNode() ?? document]);
    for (const root of roots) this.#page.observe(root, { childList: true, subtree: true });
  }
}
