/** The page's own words; everything else is the element's. */
const EXAMPLE: Record<string, string> = {
  en: "Load an example",
  de: "Ein Beispiel laden",
  es: "Cargar un ejemplo",
  fr: "Charger un exemple",
  uk: "Завантажити приклад",
};

/** In the first of the reader's languages that there are words for. */
export function pageWords(languages: readonly string[]): { language: string; example: string } {
  const known = languages.find((tag) => tag.toLowerCase().split("-")[0]! in EXAMPLE) ?? "en";
  return { language: known, example: EXAMPLE[known.toLowerCase().split("-")[0]!]! };
}
