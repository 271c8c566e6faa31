// Every language says everything, with the same blanks and the plural forms that it has.
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";

type Table = Record<string, string | Record<string, string>>;
const folder = new URL("../../www/src/messages/", import.meta.url);
const read = (name: string): Table => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const english = read("en.json");
const forms = (message: string | Record<string, string>) => (typeof message === "string" ? [message] : Object.values(message));
const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("every rule that can flag something has words of its own", () => {
  const rules = new URL("../../src/compare/rules/", import.meta.url);
  const codes = readdirSync(rules).flatMap((name) => /^\s+code: "([\w-]+)"/m.exec(readFileSync(new URL(name, rules), "utf8"))?.[1] ?? []);
  expect(codes.length).toBeGreaterThan(10);
  const flags = codes.filter((code) => code !== "agreement");
  expect(Object.keys(english).filter((key) => key.startsWith("rule-")).sort()).toEqual(flags.map((code) => `rule-${code}`).sort());
});

for (const name of readdirSync(folder).filter((name) => name !== "en.json")) {
  const language = name.replace(".json", "");
  test(`${language} has every message, with its blanks`, () => {
    const table = read(name);
    expect(Object.keys(table).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(table)) {
      for (const form of forms(message)) expect(blanks(form), key).toEqual(blanks(forms(english[key]!)[0]!));
    }
  });

  test(`${language} has the plural forms of its language`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, message] of Object.entries(read(name))) {
      if (typeof message === "string" || Object.keys(message).length === 1) continue;
      // "many" of Spanish and French is for millions, where "other" reads well.
      const wanted = pluralCategories.filter((form) => language === "uk" || form !== "many");
      expect(Object.keys(message).sort(), key).toEqual([...wanted].sort());
    }
  });
}
