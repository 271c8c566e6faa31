// What the element is told from outside, and the state that its rendering follows.

import { LitElement, type PropertyDeclarations } from "lit";
import type { OnRecordError } from "./errors.ts";
import { Messages } from "./messages.ts";
import type { PartialDate } from "./types.ts";
import type { Notice } from "./view/failure.ts";

export class Properties extends LitElement {
  static override properties: PropertyDeclarations = {
    record: {},
    date: {},
    asOf: { attribute: "as-of" },
    htmlFor: { attribute: "for" },
    lang: {},
    store: {},
    readonly: { type: Boolean, reflect: true },
    error: { state: true },
    told: { state: true },
    announced: { state: true },
    dropping: { state: true },
    messages: { state: true },
    unfit: { state: true },
  };

  declare record: string | null;
  declare date: PartialDate | null;
  declare asOf: PartialDate | null;
  declare htmlFor: string | null;
  declare store: string | null;
  declare readonly: boolean;
  declare protected error: OnRecordError | null;
  declare protected told: Notice | null;
  declare protected announced: string;
  declare protected dropping: boolean;
  declare protected messages: Messages;
  /** Why what is to be watched is not. */
  declare protected unfit: "forMissing" | "forUnfit" | null;

  constructor() {
    super();
    this.record = null;
    this.date = null;
    this.asOf = null;
    this.htmlFor = null;
    this.store = null;
    this.readonly = false;
    this.error = null;
    this.told = null;
    this.announced = "";
    this.dropping = false;
    this.messages = new Messages("en");
    this.unfit = null;
  }
}
