import en from "./messages/en.json" with { type: "json" };

export type MessageKey = keyof typeof en;
type Plural = { one?: string; other: string };

/** The words of the interface in one language, and its dates and numbers. */
export class Messages {
  /** For dates and numbers. */
  readonly language: string;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(language: string) {
    // The engine's sentences are in British order, "10 January 2023"; two orders on one card would confuse.
    this.language = language === "en" ? "en-GB" : language;
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
  }

  /** The message with `{name}` replaced. */
  text(key: MessageKey, values: Record<string, string | number> = {}): string {
    const message: string | Plural = en[key];
    return fill(typeof message === "string" ? message : message.other, values);
  }

  /** The message in the form that goes with `n`. */
  count(key: MessageKey, n: number): string {
    const forms = en[key] as string | Plural;
    const form = typeof forms === "string" ? forms : this.#plural.select(n) === "one" && forms.one;
    return fill(form || (forms as Plural).other, { n: this.#number.format(n) });
  }
}

function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
