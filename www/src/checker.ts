import { WorkerBackend } from "./client.ts";
import { todayIso } from "./dates.ts";
import { OnRecordError, abortError } from "./errors.ts";
import { InlineBackend } from "./inline.ts";
import { inNode } from "./node.ts";
import type { Backend, WasmInput } from "./protocol.ts";
import { readRecords } from "./record.ts";
import { trustedScriptUrl } from "./trusted.ts";
import type {
  CheckOptions,
  CheckerOptions,
  DayCount,
  Hit,
  PartialDate,
  RecordInfo,
  RecordInput,
  Report,
  SearchOptions,
} from "./types.ts";

/** Longest text that is checked, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 20_000_000;

/** A dateline stands at the head: no more of a text has to go to the engine for it. */
const DATELINE_WITHIN = 500;

/** Compares texts with a record. Every promise settles: with a result, an `AbortError`, or an `OnRecordError`. */
export interface Checker {
  check(text: string, options?: CheckOptions): Promise<Report>;
  /** The statements nearest to a text, best first. */
  search(text: string, options?: SearchOptions): Promise<Hit[]>;
  info(): RecordInfo;
  /** The days on which the record has statements, in order. */
  days(): Promise<DayCount[]>;
  /** The day that a text gives itself at its head ("KYIV, October 22, 2022 — …"), or null. */
  dateline(text: string): Promise<PartialDate | null>;
  /** Frees the engine; checks that still run are cancelled. */
  close(): Promise<void>;
}

let handles = 0;
const backends = new Map<string, Backend>();

/** Loads a record and makes a checker for it. */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const { signal } = options;
  if (signal?.aborted) throw abortError(signal);
  const wasm = wasmInput(options.wasm);
  const backend = backendFor(options.worker ?? true, wasm);
  const handle = ++handles;
  let info: RecordInfo;
  try {
    // Worker and engine start while the record is on its way.
    backend.warm(wasm);
    const sources = await readRecords(options.record ?? bundledRecord(), signal, options.onProgress);
    info = JSON.parse(await backend.ask({ op: "load", handle, sources, wasm }, signal)) as RecordInfo;
  } catch (error) {
    backend.release(handle);
    throw error;
  }
  return new OpenChecker(backend, handle, info);
}

class OpenChecker implements Checker {
  readonly #backend: Backend;
  readonly #handle: number;
  readonly #info: RecordInfo;
  #open = true;

  constructor(backend: Backend, handle: number, info: RecordInfo) {
    this.#backend = backend;
    this.#handle = handle;
    this.#info = info;
  }

  async check(text: string, { date, asOf, signal }: CheckOptions = {}): Promise<Report> {
    this.#usable(text);
    const request = {
      op: "check" as const,
      handle: this.#handle,
      text,
      date: date || undefined,
      asOf: asOf || todayIso(),
    };
    return JSON.parse(await this.#backend.ask(request, signal)) as Report;
  }

  async search(text: string, { top = 10, signal }: SearchOptions = {}): Promise<Hit[]> {
    this.#usable(text);
    return JSON.parse(await this.#backend.ask({ op: "search", handle: this.#handle, text, top }, signal)) as Hit[];
  }

  async days(): Promise<DayCount[]> {
    this.#usable("");
    return JSON.parse(await this.#backend.ask({ op: "days", handle: this.#handle })) as DayCount[];
  }

  async dateline(text: string): Promise<PartialDate | null> {
    this.#usable("");
    const head = text.slice(0, DATELINE_WITHIN);
    return JSON.parse(await this.#backend.ask({ op: "dateline", handle: this.#handle, text: head })) as string | null;
  }

  info(): RecordInfo {
    return structuredClone(this.#info);
  }

  async close(): Promise<void> {
    if (this.#open) this.#backend.release(this.#handle);
    this.#open = false;
  }

  #usable(text: string): void {
    if (!this.#open) throw new OnRecordError("engine-failed", "This checker is closed; create a new one.");
    if (text.length > MAX_TEXT_LENGTH) {
      throw new OnRecordError(
        "text-too-long",
        `The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} can be checked. Check it in parts.`,
      );
    }
  }
}

function backendFor(worker: boolean | string | URL, wasm: WasmInput): Backend {
  const inline = worker === false || inNode || typeof Worker === "undefined";
  const script = inline ? "" : worker === true ? new URL("./worker.js", import.meta.url).href : String(worker);
  // Bytes and modules have no name to find them by again: their checkers do not share.
  const key = typeof wasm === "string" ? `${script} ${wasm}` : null;
  const known = key !== null && backends.get(key);
  if (known) return known;
  const backend = inline
    ? new InlineBackend()
    : new WorkerBackend((name) => new Worker(trustedScriptUrl(script), { type: "module", name }));
  if (key !== null) backends.set(key, backend);
  return backend;
}

function wasmInput(given: CheckerOptions["wasm"]): WasmInput {
  if (given === undefined) return new URL("./engine.wasm", import.meta.url).href;
  if (typeof given !== "string" && !(given instanceof URL)) return given;
  // The worker has another base address than the page.
  return typeof document === "undefined" ? String(given) : new URL(given, document.baseURI).href;
}

function bundledRecord(): RecordInput {
  return new URL("./record.pack", import.meta.url);
}
