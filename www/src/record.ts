// From what a caller calls a record to named bytes.

import { OnRecordError, abortError, isAbort } from "./errors.ts";
import { inNode, readFile } from "./node.ts";
import type { NamedSource } from "./protocol.ts";
import type { LoadProgress, RecordInput } from "./types.ts";

type Note = (loaded: number, total: number | null) => void;

export function readRecords(
  record: RecordInput | RecordInput[],
  signal: AbortSignal | undefined,
  onProgress?: (progress: LoadProgress) => void,
): Promise<NamedSource[]> {
  const inputs = Array.isArray(record) ? record : [record];
  const parts: LoadProgress[] = inputs.map(() => ({ loaded: 0, total: null }));
  return Promise.all(
    inputs.map((input, at) =>
      readRecord(input as RecordInput, at, signal, onProgress && ((loaded, total) => {
        parts[at] = { loaded, total };
        onProgress(sum(parts));
      })),
    ),
  );
}

function sum(parts: LoadProgress[]): LoadProgress {
  const known = parts.every(({ total }) => total !== null);
  return {
    loaded: parts.reduce((all, { loaded }) => all + loaded, 0),
    total: known ? parts.reduce((all, { total }) => all + total!, 0) : null,
  };
}

async function readRecord(
  input: RecordInput,
  at: number,
  signal: AbortSignal | undefined,
  note?: Note,
): Promise<NamedSource> {
  const name = `record ${at + 1}`;
  if (typeof input === "string" || input instanceof URL || input instanceof Request) return download(input, signal, note);
  if (input instanceof Response) return fromResponse(input, input.url || name, note);
  if (input instanceof Blob) return { name: "name" in input ? String(input.name) : name, bytes: input };
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) {
    return { name, bytes: new Blob([input as ArrayBuffer]) };
  }
  return { name, bytes: new Blob([JSON.stringify(input)]) };
}

async function download(
  input: string | URL | Request,
  signal: AbortSignal | undefined,
  note?: Note,
): Promise<NamedSource> {
  const url = input instanceof Request ? input.url : String(input);
  try {
    if (inNode && url.startsWith("file:")) return { name: fileName(url), bytes: new Blob([await readFile(url)]) };
    return await fromResponse(await fetch(input, signal ? { signal } : {}), url, note);
  } catch (error) {
    if (isAbort(error)) throw abortError(signal);
    if (error instanceof OnRecordError) throw error;
    throw unreachable(url, error instanceof Error ? error.message : String(error), error);
  }
}

async function fromResponse(response: Response, url: string, note?: Note): Promise<NamedSource> {
  if (!response.ok) throw unreachable(url, `the server answered ${response.status}`);
  const bytes = note && response.body ? await counted(response, note) : await response.blob();
  return { name: fileName(url), bytes };
}

async function counted(response: Response, note: Note): Promise<Blob> {
  // What arrives is counted after decompression, and the header counts before it.
  const length = response.headers.has("content-encoding") ? null : Number(response.headers.get("content-length"));
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      note(loaded, length || null);
      controller.enqueue(chunk);
    },
  });
  let loaded = 0;
  return new Response(response.body!.pipeThrough(counter)).blob();
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
