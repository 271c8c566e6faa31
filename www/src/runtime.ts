// The engine itself, wherever it runs: in the worker, or in the caller's thread.

import { type Engine, type Glue, createGlue } from "on-record-glue";
import { OnRecordError } from "./errors.ts";
import { readFile } from "./node.ts";
import type { NamedSource, Request, WasmInput } from "./protocol.ts";

/** Answers requests one after the other. After a trap it has to be thrown away. */
export class Runtime {
  #glue: Promise<Glue> | undefined;
  readonly #engines = new Map<number, Engine>();

  async answer(request: Request): Promise<string> {
    switch (request.op) {
      case "load": {
        const [glue, sources] = await Promise.all([this.#start(request.wasm), read(request.sources)]);
        const list = new glue.Sources();
        for (const { name, bytes } of sources) list.add(name, bytes);
        const engine = new glue.Engine(list);
        this.#engines.set(request.handle, engine);
        return engine.info();
      }
      case "check":
        return this.#engine(request.handle).check(request.text, request.date, request.asOf);
      case "search":
        return this.#engine(request.handle).search(request.text, request.top);
      case "days":
        return this.#engine(request.handle).days();
      case "dateline":
        return JSON.stringify((await this.#glue)?.dateline(request.text) ?? null);
      case "warm":
        await this.#start(request.wasm);
        return "null";
      case "release":
        this.#engines.get(request.handle)?.free();
        this.#engines.delete(request.handle);
        return "null";
    }
  }

  #engine(handle: number): Engine {
    const engine = this.#engines.get(handle);
    if (!engine) throw new OnRecordError("engine-failed", "This checker is closed; create a new one.");
    return engine;
  }

  #start(wasm: WasmInput): Promise<Glue> {
    this.#glue ??= instantiate(wasm).catch((error: unknown) => {
      this.#glue = undefined;
      throw error;
    });
    return this.#glue;
  }
}

function read(sources: NamedSource[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(
    sources.map(async ({ name, bytes }) => ({ name, bytes: new Uint8Array(await bytes.arrayBuffer()) })),
  );
}

async function instantiate(wasm: WasmInput): Promise<Glue> {
  const glue = createGlue();
  const violations = watchPolicy();
  try {
    await glue.init(typeof wasm === "string" ? await fetchModule(wasm) : wasm);
  } catch (error) {
    await violations.reported();
    throw blocked(error, violations.seen()) ?? unusable(error, wasm);
  } finally {
    violations.stop();
  }
  return glue;
}

async function fetchModule(url: string): Promise<WebAssembly.Module> {
  if (url.startsWith("file:")) return WebAssembly.compile(await readFile(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  // Without the right type only streaming is refused, and many servers do not know the type.
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** A request that a policy stops fails like one without a network; only this event tells them apart. */
function watchPolicy(): { seen(): string[]; reported(): Promise<void>; stop(): void } {
  const directives: string[] = [];
  const note = (event: Event) => directives.push((event as SecurityPolicyViolationEvent).effectiveDirective);
  const target = globalThis as Partial<EventTarget>;
  target.addEventListener?.("securitypolicyviolation", note);
  return {
    seen: () => directives,
    // The event comes a task or two after the failure.
    reported: () => new Promise((resolve) => setTimeout(resolve, 20)),
    stop: () => target.removeEventListener?.("securitypolicyviolation", note),
  };
}

function blocked(error: unknown, directives: string[]): OnRecordError | undefined {
  const directive = directives.includes("connect-src") ? "connect-src" : "script-src";
  if (directive === "script-src" && !/content.security.policy|unsafe-eval/i.test(String(error))) return undefined;
  const missing = directive === "connect-src" ? "the address of engine.wasm" : "'wasm-unsafe-eval'";
  return new OnRecordError(
    "wasm-blocked",
    `The page's Content-Security-Policy blocks the engine: its directive ${directive} has to allow ${missing}.`,
    { cause: error },
  );
}

function unusable(error: unknown, wasm: WasmInput): OnRecordError {
  const where = typeof wasm === "string" ? wasm : "engine.wasm";
  const reason = error instanceof Error ? error.message : String(error);
  return new OnRecordError(
    "engine-failed",
    `The engine could not be loaded from ${where}: ${reason}. Check that the file is served from there.`,
    { cause: error },
  );
}
