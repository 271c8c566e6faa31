import type { Fault } from "./types.ts";

export type ErrorCode =
  | "record-invalid"
  | "record-version"
  | "record-damaged"
  | "record-unreachable"
  | "text-too-long"
  | "option-invalid"
  | "engine-failed"
  | "wasm-blocked";

/** What goes wrong, apart from cancelling: `code` for programs, `message` for people. */
export class OnRecordError extends Error {
  readonly code: ErrorCode;
  /** Faults of a record source; empty for other errors. */
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, message: string, options: { faults?: readonly Fault[]; cause?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "OnRecordError";
    this.code = code;
    this.faults = options.faults ?? [];
  }
}

/** An error as it crosses from the worker. `crashed`: the engine cannot be used again. */
export interface PlainError {
  code: ErrorCode;
  message: string;
  faults?: readonly Fault[];
  crashed?: boolean;
}

export function plainError(error: unknown): PlainError {
  if (error instanceof OnRecordError) return { code: error.code, message: error.message, faults: error.faults };
  if (isThrown(error)) return error;
  return { code: "engine-failed", message: `The engine failed: ${String(error)}`, crashed: true };
}

/** The engine throws plain objects; what else is thrown is a trap or a fault of its glue. */
function isThrown(error: unknown): error is PlainError {
  return typeof error === "object" && error !== null && !(error instanceof Error) && "code" in error && "message" in error;
}

export function fromPlain(error: PlainError): OnRecordError {
  return new OnRecordError(error.code, error.message, { faults: error.faults ?? [] });
}

export function abortError(signal?: AbortSignal): DOMException {
  const reason: unknown = signal?.reason;
  return reason instanceof DOMException && reason.name === "AbortError"
    ? reason
    : new DOMException("The check was cancelled.", "AbortError");
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
