// What goes in and comes out, field by field as the report format says.

export type Verdict = "conflict" | "outdated" | "disputed" | "supported" | "unmatched";
export type Reason = "no-candidate" | "not-comparable" | "ambiguous-date" | "different-scope" | "not-asserted";
export type Relation = "agrees" | "contradicts" | "context";

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

export interface RecordInfo {
  title: string;
  version: string | null;
  statements: number;
  hash: string;
  covers: { from: PartialDate; to: PartialDate } | null;
}

export interface Source {
  publisher: string;
  title: string | null;
  url: string | null;
  published: PartialDate | null;
}

export interface Evidence {
  statement: string;
  relation: Relation;
  confidence: number;
  date: PartialDate;
  speaker: string | null;
  text: string;
  quote: string | null;
  /** Ids of the statements that it replaces. */
  supersedes: string[];
  source: Source;
}

export interface Difference {
  start: number;
  end: number;
  claim: string;
  statement: string;
  kind: string;
}

export interface Claim {
  /** First UTF-16 code unit. */
  start: number;
  /** The code unit after the last. */
  end: number;
  text: string;
  verdict: Verdict;
  confidence: number;
  rule: string | null;
  since: PartialDate | null;
  reason: Reason | null;
  explanation: string | null;
  suggestion: { start: number; end: number; text: string } | null;
  differences: Difference[];
  evidence: Evidence[];
}

export interface Summary {
  claims: number;
  conflict: number;
  outdated: number;
  disputed: number;
  supported: number;
  unmatched: number;
}

export interface Report {
  format: 1;
  record: RecordInfo;
  document_date: PartialDate | null;
  as_of: PartialDate;
  summary: Summary;
  claims: Claim[];
}

/** A statement found by `search`, best first. */
export interface Hit {
  statement: string;
  score: number;
}

/** One fault of a record source. */
export interface Fault {
  file: string;
  line: number;
  column: number;
  field: string;
  problem: string;
  remedy: string;
}

/** A record: where it is, its bytes, or its source as an object. */
export type RecordInput = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | Blob | object;

/** Statements dated on a day; a coarse date counts on its first. */
export type DayCount = [day: PartialDate, statements: number];

/** How far a record's download is. `total` is null where the server does not say, or sends it compressed. */
export interface LoadProgress {
  loaded: number;
  total: number | null;
}

export interface CheckerOptions {
  /** One record or several; default: the one that comes with the package. */
  record?: RecordInput | RecordInput[];
  /**
   * `true` (default): the engine runs in a worker, one for all checkers of a page. `false`: in the caller's thread.
   * An address: the worker's script, where a bundler or server keeps it elsewhere. Node always runs in the caller's thread.
   */
  worker?: boolean | string | URL;
  /** The engine's `engine.wasm`, where it is not beside the script: its address, bytes or compiled module. */
  wasm?: string | URL | ArrayBuffer | ArrayBufferView | WebAssembly.Module;
  /** Cancels loading. */
  signal?: AbortSignal;
  /** Called while records are downloaded, with the bytes of all of them. */
  onProgress?: (progress: LoadProgress) => void;
}

export interface CheckOptions {
  /** Day on which the text was written; default: unknown. */
  date?: PartialDate;
  /** Day on which it is checked; default: today, by the clock of this machine. */
  asOf?: PartialDate;
  signal?: AbortSignal;
}

export interface SearchOptions {
  /** How many; default 10. */
  top?: number;
  signal?: AbortSignal;
}
