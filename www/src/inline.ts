import { OnRecordError, abortError, fromPlain, plainError } from "./errors.ts";
import type { Backend, Request } from "./protocol.ts";
import { Runtime } from "./runtime.ts";

type Load = Request & { op: "load" };

/** The engine in the caller's thread: in Node, and where a page does not want a worker. */
export class InlineBackend implements Backend {
  #runtime = new Runtime();
  readonly #loads = new Map<number, Load>();
  #tail: Promise<unknown> = Promise.resolve();

  ask(request: Request, signal?: AbortSignal): Promise<string> {
    const turn = this.#tail.then(() => {
      if (signal?.aborted) throw abortError(signal);
      return this.#try(request);
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #try(request: Request): Promise<string> {
    if (request.op === "load") this.#loads.set(request.handle, request);
    else if (!this.#loads.has(request.handle)) {
      throw new OnRecordError("engine-failed", "This checker is closed; create a new one.");
    }
    try {
      return await this.#runtime.answer(request);
    } catch (error) {
      const plain = plainError(error);
      if (plain.crashed) await this.#restart();
      else if (request.op === "load") this.#loads.delete(request.handle);
      throw fromPlain(plain);
    }
  }

  /** A trap leaves the memory of the module in an unknown state: start a new one for every open checker. */
  async #restart(): Promise<void> {
    this.#runtime = new Runtime();
    for (const load of this.#loads.values()) await this.#runtime.answer(load).catch(() => undefined);
  }

  warm(): void {
    // The caller's thread has nothing to do it beside.
  }

  release(handle: number): void {
    void this.ask({ op: "release", handle })
      .catch(() => undefined)
      .finally(() => this.#loads.delete(handle));
  }
}
