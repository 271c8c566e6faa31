import en from "./messages/en.json" with { type: "json" };

export type MessageKey = keyof typeof en;
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
type Table = Record<MessageKey, string | Forms>;

/** English comes with the element; the others are loaded when asked for. */
const TABLES: Record<string, () => Promise<{ default: Table }>> = {
  de: () => import("./messages/de.json", { with: { type: "json" } }),
  es: () => import("./messages/es.json", { with: { type: "json" } }),
  fr: () => import("./messages/fr.json", { with: { type: "json" } }),
  uk: () => import("./messages/uk.json", { with: { type: "json" } }),
};

/** The language among those with messages that a BCP 47 tag asks for; English where there is none. */
export function languageFor(tag: string): string {
  const language = tag.toLowerCase().split("-")[0]!;
  return language in TABLES ? language : "en";
}

/** Messages in a language; English where they cannot be loaded. */
export async function loadMessages(tag: string): Promise<Messages> {
  const load = TABLES[languageFor(tag)];
  if (!load) return new Messages(tag.toLowerCase().startsWith("en") ? tag : "en");
  try {
    return new Messages(tag, (await load()).default);
  } catch {
    return new Messages("en");
  }
}

/** The words of the interface in one language, and its dates and numbers. */
export class Messages {
  /** For dates and numbers. */
  readonly language: string;
  readonly #table: Table;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(language: string, table: Table = en) {
    // The engine's sentences are in British order, "10 January 2023"; two orders on one card would confuse.
    this.language = /^en\b/i.test(language) ? "en-GB" : language;
    this.#table = table;
    this.#plural = new Intl.PluralRules(this.language);
    this.#number = new Intl.NumberFormat(this.language);
  }

  /** The message with `{name}` replaced. */
  text(key: MessageKey, values: Record<string, string | number> = {}): string {
    const message = this.#table[key];
    return fill(typeof message === "string" ? message : message.other, values);
  }

  /** The message in the form that goes with `n`. */
  count(key: MessageKey, n: number, values: Record<string, string | number> = {}): string {
    const forms = this.#table[key];
    const form = typeof forms === "string" ? forms : (forms[this.#plural.select(n)] ?? forms.other);
    return fill(form, { ...values, n: this.#number.format(n) });
  }

  /** What a rule is about; a rule that is newer than these words has its code. */
  rule(code: string): string {
    const key = `rule-${code}`;
    return key in this.#table ? this.text(key as MessageKey) : code;
  }

  /** "0.4 MB" */
  bytes(n: number): string {
    const options = { style: "unit", unit: "megabyte", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.language, options).format(n / 1e6);
  }
}

function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
