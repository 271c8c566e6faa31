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

/** `<on-record>`: an editor with the findings of a record beside it. */
export interface OnRecordElement extends HTMLElement {
  /** Address of a record, source or pack; default: the one that comes with the package. */
  record: string | null;
  /** Day on which the text was written. */
  date: string | null;
  /** Day on which it is checked; default: today. */
  asOf: string | null;
  readonly: boolean;
  value: string;
  readonly report: Report | null;
  checker: Checker | null;
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
