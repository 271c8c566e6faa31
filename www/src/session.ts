// One element's way to its reports: which record, which text, which days; loading, checking, cancelling.

import type { Checker } from "./checker.ts";
import type { Lease } from "./engines.ts";
import { OnRecordError, abortError, isAbort } from "./errors.ts";
import type { DayCount, LoadProgress, PartialDate, RecordInfo, Report } from "./types.ts";
import type { Snapshot } from "./text/target.ts";

/** A check that takes less than this follows each keystroke at once: it runs in the worker, and only the last one waits. */
const QUICK_MS = 100;
/** Longest pause between the last keystroke and its check, for texts that take long. */
const LONGEST_PAUSE_MS = 400;
/** A check that the reader has moved on from may end; after this it is stopped, which costs a new worker. */
const OVERTAKEN_MS = 1000;
/** What takes longer shows that it is on its way. */
export const SHOWN_AFTER_MS = 300;

/** What is asked: the text with its days. */
export interface Question {
  content: Snapshot;
  date: PartialDate | null;
  asOf: PartialDate | null;
}

/** Begins to load a record, telling how far it is. */
export type Take = (note: (progress: LoadProgress) => void) => Lease;

export interface Busy {
  what: "record" | "check";
  progress: LoadProgress | null;
}

/** Where a session tells what happened. */
export interface SessionHost {
  /** The question as it stands now; null where there is no text to ask about. */
  question(): Question | null;
  reported(report: Report, question: Question): void;
  failed(error: OnRecordError): void;
  /** `info`, `days`, `busy` or `proposed` has changed. */
  changed(): void;
}

export class Session {
  info: RecordInfo | null = null;
  days: DayCount[] = [];
  busy: Busy | null = null;
  /** The last check was cancelled by the reader. */
  cancelled = false;
  /** The day that the text gives itself. */
  proposed: PartialDate | null = null;
  checker: Checker | null = null;

  readonly #host: SessionHost;
  #lease: Lease | null = null;
  /** A record on its way. */
  #coming: Lease | null = null;
  #running: { abort: AbortController; since: number } | null = null;
  #waiting = false;
  #lastMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busyTimer: ReturnType<typeof setTimeout> | undefined;
  #dated = "";

  constructor(host: SessionHost) {
    this.#host = host;
  }

  /** Whether there is no record, and none on its way. */
  get idle(): boolean {
    return !this.checker && !this.#coming;
  }

  /** Takes a record in use; the one before is given back at once. What fails is told to the host. */
  async open(take: Take): Promise<void> {
    this.close();
    try {
      await this.swap(take);
    } catch (error) {
      if (!isAbort(error)) this.#host.failed(asOnRecordError(error));
    }
  }

  /** Takes a record in use once it is known to be good; until then, and when it is not, the one before stays. */
  async swap(take: Take): Promise<void> {
    this.#coming?.release();
    const note = (progress: LoadProgress) => {
      if (this.#coming !== next || this.busy?.what !== "record") return;
      this.busy = { what: "record", progress };
      this.#host.changed();
    };
    const next = take(note);
    this.#coming = next;
    this.#beBusy("record");
    try {
      const checker = await next.checker;
      if (this.#coming !== next) return;
      this.#coming = null;
      this.#adopt(next, checker);
    } catch (error) {
      if (this.#coming !== next) throw abortError();
      this.#coming = null;
      this.#rest();
      throw error;
    }
  }

  #adopt(next: Lease, checker: Checker): void {
    this.#running?.abort.abort();
    this.#running = null;
    this.#lease?.release();
    this.#lease = next;
    this.checker = checker;
    this.info = checker.info();
    this.days = [];
    this.#rest();
    this.schedule(0);
    const arrived = (days: DayCount[]) => {
      if (this.#lease !== next) return;
      this.days = days;
      this.#host.changed();
    };
    // After the first check, which is what the reader waits for. A checker of somebody's own may not have them; then there is no slider.
    setTimeout(() => checker.days?.().then(arrived, () => undefined));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#running?.abort.abort();
    this.#running = null;
    this.#waiting = false;
    this.#coming?.release();
    this.#coming = null;
    this.#lease?.release();
    this.#lease = null;
    this.checker = null;
    this.info = null;
    this.days = [];
    this.#rest();
  }

  /** Cancels what runs, at once. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    if (this.#coming) {
      this.#coming.release();
      this.#coming = null;
      if (!this.checker) this.#host.failed(new OnRecordError("record-unreachable", "Loading the record was cancelled."));
    } else if (this.#running) {
      this.cancelled = true;
      this.#running.abort.abort();
      this.#running = null;
    }
    this.#rest();
  }

  /** A check soon: at once while checks are quick, after a pause in typing where they are not. */
  schedule(pause = this.#lastMs < QUICK_MS ? 0 : Math.min(this.#lastMs, LONGEST_PAUSE_MS)): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), pause);
  }

  #check(): void {
    if (!this.checker) return;
    const running = this.#running;
    const patience = running ? OVERTAKEN_MS - (performance.now() - running.since) : 0;
    if (patience > 0) {
      // Its answer is of no use, but it probably ends sooner than a new worker starts.
      this.#waiting = true;
      this.#timer = setTimeout(() => this.#check(), patience);
      return;
    }
    running?.abort.abort();
    void this.#ask(this.checker);
  }

  async #ask(checker: Checker): Promise<void> {
    const question = this.#host.question();
    if (!question) return;
    const running = { abort: new AbortController(), since: performance.now() };
    const { signal } = running.abort;
    this.#running = running;
    this.#waiting = false;
    this.cancelled = false;
    if (!this.busy) this.#beBusy("check");
    const { content, date, asOf } = question;
    try {
      const report = await checker.check(content.text, { ...(date && { date }), ...(asOf && { asOf }), signal });
      if (signal.aborted) return;
      this.#done(running);
      if (!this.#waiting || this.#host.question()?.content.text === content.text) this.#host.reported(report, question);
      if (!this.#waiting) void this.#propose(checker, content.text);
    } catch (error) {
      if (signal.aborted) return;
      this.#done(running);
      if (!isAbort(error)) this.#host.failed(asOnRecordError(error));
    }
    if (this.#waiting && this.checker === checker) void this.#ask(checker);
  }

  #done(running: { since: number }): void {
    if (this.#waiting) clearTimeout(this.#timer);
    this.#lastMs = performance.now() - running.since;
    this.#running = null;
    if (!this.#waiting) this.#rest();
  }

  async #propose(checker: Checker, text: string): Promise<void> {
    const head = text.slice(0, 500);
    if (head === this.#dated) return;
    this.#dated = head;
    const day = (await checker.dateline?.(head).catch(() => null)) ?? null;
    if (this.#dated !== head || day === this.proposed) return;
    this.proposed = day;
    this.#host.changed();
  }

  #beBusy(what: Busy["what"]): void {
    clearTimeout(this.#busyTimer);
    this.#busyTimer = setTimeout(() => {
      this.busy = { what, progress: null };
      this.#host.changed();
    }, SHOWN_AFTER_MS);
  }

  #rest(): void {
    clearTimeout(this.#busyTimer);
    this.busy = null;
    this.#host.changed();
  }
}

function asOnRecordError(error: unknown): OnRecordError {
  return error instanceof OnRecordError
    ? error
    : new OnRecordError("engine-failed", error instanceof Error ? error.message : String(error));
}
