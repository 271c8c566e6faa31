import { type Taken, spoken } from "./taken.ts";

const COLUMNS = [
  "start", "end", "verdict", "rule", "confidence", "since", "claim", "explanation", "relation", "statement", "date",
  "speaker", "text", "publisher", "title", "url",
];

/** A line for each piece of evidence of each finding, after RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function csv({ findings }: Taken): string {
  const rows = findings.flatMap((claim) => {
    const { start, end, verdict, rule, confidence, since, text, explanation } = claim;
    const head = [start, end, verdict, rule, confidence, since, text, explanation];
    return spoken(claim).map(({ relation, statement, date, speaker, text, source }) => [
      ...head, relation, statement, date, speaker, text, source.publisher, source.title, source.url,
    ]);
  });
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

function field(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  // A spreadsheet would run what begins like a formula.
  const text = (value ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
