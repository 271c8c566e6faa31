// A record with faults: what is left when the statements at fault are taken out.

import type { Fault } from "../types.ts";

export interface Mended {
  bytes: Blob;
  /** Statements taken out. */
  without: number;
}

/** The source without its statements at fault; null where more is amiss than statements. */
export async function withoutFaults(name: string, bytes: Blob, faults: readonly Fault[]): Promise<Mended | null> {
  if (faults.length === 0) return null;
  const text = await bytes.text();
  if (/\.csv$/i.test(name)) return withoutRows(text, faults);
  return /\.(jsonl|ndjson)$/i.test(name) ? withoutLines(text, faults) : withoutStatements(text, faults);
}

function withoutStatements(text: string, faults: readonly Fault[]): Mended | null {
  const at = faults.map(({ field }) => /^statements\[(\d+)\]/.exec(field)?.[1]);
  if (at.some((index) => index === undefined)) return null;
  const bad = new Set(at.map(Number));
  try {
    const source = JSON.parse(text) as { statements: unknown[] };
    source.statements = source.statements.filter((_, index) => !bad.has(index));
    if (source.statements.length === 0) return null;
    return { bytes: new Blob([JSON.stringify(source)]), without: bad.size };
  } catch {
    return null;
  }
}

/** A row may have line breaks in its quoted fields; what is amiss in the first row, the header, is amiss in all. */
function withoutRows(text: string, faults: readonly Fault[]): Mended | null {
  const rows: { lines: string[]; first: number }[] = [];
  let open = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (open) rows.at(-1)!.lines.push(line);
    else rows.push({ lines: [line], first: index + 1 });
    // A quotation mark in a field is doubled, so their number tells whether one is open.
    if ((line.split('"').length - 1) % 2 === 1) open = !open;
  }
  const isBad = ({ lines, first }: (typeof rows)[number]) => faults.some(({ line }) => line >= first && line < first + lines.length);
  const good = rows.filter((row) => !isBad(row));
  if (open || isBad(rows[0]!) || !good.slice(1).some(({ lines }) => lines.join("").trim())) return null;
  return { bytes: new Blob([good.map(({ lines }) => lines.join("\n")).join("\n")]), without: rows.length - good.length };
}

function withoutLines(text: string, faults: readonly Fault[]): Mended | null {
  const bad = new Set(faults.map(({ line }) => line));
  const lines = text.split("\n").filter((_, index) => !bad.has(index + 1));
  if (!lines.some((line) => line.trim())) return null;
  return { bytes: new Blob([lines.join("\n")]), without: bad.size };
}
