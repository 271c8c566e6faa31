// From what a caller calls a record to named bytes.

import { OnRecordError, abortError, isAbort } from "./errors.ts";
import { inNode, readFile } from "./node.ts";
import type { NamedSource } from "./protocol.ts";
import type { RecordInput } from "./types.ts";

export function readRecords(
  record: RecordInput | RecordInput[],
  signal: AbortSignal | undefined,
): Promise<NamedSource[]> {
  const inputs = Array.isArray(record) ? record : [record];
  return Promise.all(inputs.map((input, at) => readRecord(input as RecordInput, at, signal)));
}

async function readRecord(input: RecordInput, at: number, signal: AbortSignal | undefined): Promise<NamedSource> {
  const name = `record ${at + 1}`;
  if (typeof input === "string" || input instanceof URL || input instanceof Request) return download(input, signal);
  if (input instanceof Response) return fromResponse(input, input.url || name);
  if (input instanceof Blob) return { name: "name" in input ? String(input.name) : name, bytes: input };
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) {
    return { name, bytes: new Blob([input as ArrayBuffer]) };
  }
  return { name, bytes: new Blob([JSON.stringify(input)]) };
}

async function download(input: string | URL | Request, signal: AbortSignal | undefined): Promise<NamedSource> {
  const url = input instanceof Request ? input.url : String(input);
  try {
    if (inNode && url.startsWith("file:")) return { name: fileName(url), bytes: new Blob([await readFile(url)]) };
    return await fromResponse(await fetch(input, signal ? { signal } : {}), url);
  } catch (error) {
    if (isAbort(error)) throw abortError(signal);
    if (error instanceof OnRecordError) throw error;
    throw unreachable(url, error instanceof Error ? error.message : String(error), error);
  }
}

async function fromResponse(response: Response, url: string): Promise<NamedSource> {
  if (!response.ok) throw unreachable(url, `the server answered ${response.status}`);
  return { name: fileName(url), bytes: await response.blob() };
}

function fileName(url: string): string {
  return decodeURIComponent(url.split(/[?#]/)[0]!.split("/").pop()!) || url;
}

function unreachable(url: string, reason: string, cause?: unknown): OnRecordError {
  return new OnRecordError(
    "record-unreachable",
    `The record could not be read from ${url}: ${reason}. Check the address and the connection, then try again.`,
    { cause },
  );
}
