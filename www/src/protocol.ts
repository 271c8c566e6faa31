// What the page and the worker say to each other. One request is answered by one reply.

import type { PlainError } from "./errors.ts";

/** A record as it goes to the engine. A blob is handed over without a copy. */
export interface NamedSource {
  name: string;
  bytes: Blob;
}

export type WasmInput = string | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

export type Request =
  | { op: "load"; handle: number; sources: NamedSource[]; wasm: WasmInput }
  | { op: "check"; handle: number; text: string; date: string | undefined; asOf: string }
  | { op: "search"; handle: number; text: string; top: number }
  | { op: "days"; handle: number }
  | { op: "dateline"; handle: number; text: string }
  | { op: "release"; handle: number }
  | { op: "warm"; handle: number; wasm: WasmInput };

export type Numbered = Request & { id: number };

/** `json` is what the engine answered, as JSON text: cheaper to hand over than an object. */
export type Reply = { id: number; json: string } | { id: number; error: PlainError };

/** The worker says so when it holds the lock of its name: it is free again when the worker has ended, whatever ended it. */
export const HELD = "held";

/** Who answers requests: the worker, or the same engine in the caller's thread. */
export interface Backend {
  ask(request: Request, signal?: AbortSignal): Promise<string>;
  /** Begins what a first request would have to wait for. */
  warm(wasm: WasmInput): void;
  /** No more requests for this handle. */
  release(handle: number): void;
}
