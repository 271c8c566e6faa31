// What the element is to its users. The class behind it is Lit's, which nobody outside has to know.

import type { Checker } from "./checker.ts";
import type { OnRecordError } from "./errors.ts";
import type { Claim, Report } from "./types.ts";
import { Widget } from "./widget.ts";

export interface OnRecordEventMap {
  "on-record-report": CustomEvent<Report>;
  "on-record-select": CustomEvent<Claim>;
  "on-record-error": CustomEvent<OnRecordError>;
}

/** `<on-record>`: an editor with the findings of a record beside it, or the findings of a text elsewhere in the page. */
export interface OnRecordElement extends HTMLElement {
  /** Address of a record, source or pack; default: the one that comes with the package. Attribute `record`. */
  record: string | null;
  /** Day on which the text was written. Attribute `date`. */
  date: string | null;
  /** Day on which it is checked; default: today. Attribute `as-of`. */
  asOf: string | null;
  /** Id of a textarea, a text input or a contenteditable to watch. Attribute `for`. */
  htmlFor: string | null;
  /** The element to watch, where an id does not do; it goes before `htmlFor`. */
  target: HTMLElement | null;
  /** Name under which the reader's records, and the text if they want it, are kept in this browser. Attribute `store`. */
  store: string | null;
  /** The text and the dates cannot be changed. Attribute `readonly`. */
  readonly: boolean;
  /** The text. */
  value: string;
  readonly report: Report | null;
  /** The checker in use. One that is given stays yours to close. */
  checker: Checker | null;
  /** The form that it belongs to, as a field with its text for a value. */
  readonly form: HTMLFormElement | null;
  /** Takes files as if they had been dropped: texts to check, records to check them against. */
  open(files: Iterable<File>): Promise<void>;
  /** Reads the text again: for a watched field whose value a program has set. */
  refresh(): void;
  addEventListener<K extends keyof OnRecordEventMap>(
    type: K,
    listener: (this: OnRecordElement, event: OnRecordEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The class of the element; importing it registers nothing. */
export const OnRecordElement = Widget as unknown as { new (): OnRecordElement; prototype: OnRecordElement };
