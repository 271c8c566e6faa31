// custom-elements.json says what the element has.
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const element = JSON.parse(read("custom-elements.json")).modules[0].declarations[0];
const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
const sources = (readdirSync(new URL("www/src", root), { recursive: true }) as string[])
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`www/src/${name}`))
  .join("\n");
const found = (pattern: RegExp) => [...new Set(Array.from(sources.matchAll(pattern), ([, name]) => name!))].sort();

test("parts, slots, events and custom properties are those of the sources", () => {
  expect(names(element.cssParts)).toEqual(found(/ part="([\w-]+)"/g));
  expect(names(element.slots)).toEqual(found(/<slot name="([\w-]+)"/g));
  expect(names(element.cssProperties)).toEqual(found(/var\((--on-record-[a-z]+)/g));
  expect(names(element.events)).toEqual(found(/"(on-record-[a-z]+)": CustomEvent/g));
});

test("attributes are those that the element observes, and those that it has from its kind", () => {
  const own = /properties: PropertyDeclarations = \{(.*?)\n  \};/s.exec(read("www/src/properties.ts"))![1]!;
  const observed = Array.from(own.matchAll(/^    (\w+): \{(.*?)\},$/gm))
    .filter(([, , options]) => !options!.includes("state"))
    .map(([, name, options]) => /attribute: "([\w-]+)"/.exec(options!)?.[1] ?? name!);
  expect(names(element.attributes)).toEqual([...observed, "theme", "name"].sort());
});

test("fields and methods are those of the type", () => {
  const type = /export interface OnRecordElement extends HTMLElement \{(.*?)\n\}/s.exec(read("www/src/element.ts"))![1]!;
  const members = Array.from(type.matchAll(/^  (?:readonly )?(\w+)[:(]/gm), ([, name]) => name!).filter((name) => name !== "addEventListener");
  const fields = element.attributes.flatMap(({ fieldName }: { fieldName?: string }) => fieldName ?? []).filter((name: string) => name !== "lang");
  expect([...names(element.members), ...fields].sort()).toEqual([...new Set(members)].sort());
});
