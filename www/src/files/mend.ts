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

function withoutLines(text: string, faults: readonly Fault[]): Mended | null {
  const bad = new Set(faults.map(({ line }) => line));
  const lines = text.split("\n").filter((_, index) => !bad.has(index + 1));
  if (!lines.some((line) => line.trim())) return null;
  return { bytes: new Blob([lines.join("\n")]), without: bad.size };
}
