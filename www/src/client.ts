// The page's side of the worker: a queue, cancelling, and a new worker after a crash.

import { OnRecordError, abortError, fromPlain } from "./errors.ts";
import { type Backend, HELD, type Numbered, type Reply, type Request, type WasmInput } from "./protocol.ts";

type Load = Request & { op: "load" };

interface Job {
  request: Request;
  signal: AbortSignal | undefined;
  resolve(json: string): void;
  reject(error: unknown): void;
  /** Its promise is settled; only the worker may still be busy with it. */
  settled: boolean;
  retried: boolean;
}

/** A cancelled check that the worker has not finished after this time is stopped by force. */
const PATIENCE_MS = 250;

/** Runs requests one at a time in a worker that it makes when needed. */
export class WorkerBackend implements Backend {
  readonly #start: (name: string) => Worker;
  readonly #loads = new Map<number, Load>();
  readonly #queue: Job[] = [];
  #worker: Worker | undefined;
  /** Handles whose record the present worker holds. */
  #ready = new Set<number>();
  #current: Job | undefined;
  #id = 0;
  #heard = false;
  /** Ends the watch over the present worker. */
  #ends = new AbortController();

  constructor(start: (name: string) => Worker) {
    this.#start = start;
  }

  ask(request: Request, signal?: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError(signal));
      if (request.op === "load") this.#loads.set(request.handle, request);
      const job: Job = { request, signal, resolve, reject, settled: false, retried: false };
      signal?.addEventListener("abort", () => this.#abort(job), { once: true });
      this.#queue.push(job);
      this.#next();
    });
  }

  warm(wasm: WasmInput): void {
    try {
      // What fails here fails again, and is told, when it is needed.
      (this.#worker ??= this.#make()).postMessage({ id: 0, op: "warm", handle: 0, wasm } satisfies Numbered);
    } catch {
      this.#stop();
    }
  }

  release(handle: number): void {
    this.#loads.delete(handle);
    for (const job of [this.#current, ...this.#queue]) {
      if (job?.request.handle === handle) this.#settle(job, () => job.reject(abortError()));
    }
    if (this.#loads.size === 0) this.#stop();
    else if (this.#ready.delete(handle)) this.#worker?.postMessage({ id: 0, op: "release", handle } as Numbered);
  }

  #next(): void {
    if (this.#current) return;
    let job = this.#queue.shift();
    while (job?.settled) job = this.#queue.shift();
    if (!job) return;
    this.#current = job;
    try {
      this.#send(job);
    } catch (error) {
      this.#current = undefined;
      this.#settle(job, () => job.reject(notStarted(error)));
      this.#next();
    }
  }

  #send(job: Job): void {
    const worker = (this.#worker ??= this.#make());
    const { request } = job;
    if (request.op !== "load" && !this.#ready.has(request.handle)) {
      const load = this.#loads.get(request.handle);
      if (load) worker.postMessage({ ...load, id: 0 } satisfies Numbered);
    }
    this.#ready.add(request.handle);
    worker.postMessage({ ...request, id: ++this.#id } satisfies Numbered);
  }

  #make(): Worker {
    const name = `on-record-${Date.now()}-${Math.random()}`;
    const worker = this.#start(name);
    this.#heard = false;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      this.#heard = true;
      if (data.id === 0 && "json" in data && data.json === HELD) this.#watch(worker, name);
      if (data.id === this.#id && worker === this.#worker) this.#answer(data);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#lost(event.message);
    });
    return worker;
  }

  /** A worker that the browser ends, for want of memory say, tells nobody; but the lock that it held is free then. */
  #watch(worker: Worker, name: string): void {
    const ended = () => {
      if (worker === this.#worker) this.#lost("The engine's worker ended.");
    };
    navigator.locks.request(name, { signal: this.#ends.signal }, ended).catch(() => undefined);
  }

  #answer(reply: Reply): void {
    const job = this.#current;
    if (!job) return;
    if ("error" in reply && reply.error.crashed) return this.#lost(reply.error.message);
    this.#current = undefined;
    if ("error" in reply) {
      if (job.request.op === "load") this.#loads.delete(job.request.handle);
      this.#settle(job, () => job.reject(fromPlain(reply.error)));
    } else {
      this.#settle(job, () => job.resolve(reply.json));
    }
    this.#next();
  }

  /** The worker is gone or of no use: replace it, and try the check once more. */
  #lost(message: string): void {
    const started = this.#heard;
    const job = this.#current;
    this.#stop();
    if (job && started && !job.retried && !job.settled) {
      job.retried = true;
      this.#queue.unshift(job);
    } else if (job) {
      if (job.request.op === "load") this.#loads.delete(job.request.handle);
      const error = started
        ? new OnRecordError("engine-failed", `${message || "The engine stopped."} It was restarted; try another text.`)
        : notStarted(message);
      this.#settle(job, () => job.reject(error));
    }
    this.#next();
  }

  #abort(job: Job): void {
    if (job.settled) return;
    this.#settle(job, () => job.reject(abortError(job.signal)));
    if (job === this.#current) {
      setTimeout(() => {
        if (job !== this.#current) return;
        this.#stop();
        this.#next();
      }, PATIENCE_MS);
    }
  }

  #settle(job: Job, settle: () => void): void {
    if (job.settled) return;
    job.settled = true;
    settle();
  }

  #stop(): void {
    this.#ends.abort();
    this.#ends = new AbortController();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#current = undefined;
    this.#ready = new Set();
  }
}

function notStarted(reason: unknown): OnRecordError {
  const detail = reason instanceof Error ? reason.message : String(reason ?? "");
  return new OnRecordError(
    "engine-failed",
    `The engine's worker could not be started${detail ? `: ${detail}` : ""}. Check that worker.js is served ` +
      "as JavaScript and that the page's Content-Security-Policy allows it (worker-src).",
  );
}
