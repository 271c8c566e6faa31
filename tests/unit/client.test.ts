// The queue before the worker, with a worker that does what the test says.
import { expect, test } from "@playwright/test";
import { WorkerBackend } from "../../www/src/client.ts";
import type { Numbered, Reply } from "../../www/src/protocol.ts";

class FakeWorker extends EventTarget {
  readonly received: Numbered[] = [];
  terminated = false;

  postMessage(message: Numbered): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  get last(): Numbered {
    return this.received.at(-1)!;
  }
  reply(reply: { json: string } | { error: { code: string; message: string; crashed?: boolean } }): void {
    this.dispatchEvent(new MessageEvent("message", { data: { ...reply, id: this.last.id } as Reply }));
  }
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message }));
  }
}

const load = { op: "load" as const, handle: 1, sources: [], wasm: "engine.wasm" };
const check = (text: string) => ({ op: "check" as const, handle: 1, text, date: undefined, asOf: "2024-01-01" });

async function loaded() {
  const workers: FakeWorker[] = [];
  const backend = new WorkerBackend(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  const ready = backend.ask(load);
  workers[0]!.reply({ json: "{}" });
  await ready;
  return { backend, workers };
}

test("one request at a time, in order", async () => {
  const { backend, workers } = await loaded();
  const answers = [backend.ask(check("a")), backend.ask(check("b"))];
  expect(workers[0]!.last).toMatchObject({ text: "a" });
  workers[0]!.reply({ json: "1" });
  expect(workers[0]!.last).toMatchObject({ text: "b" });
  workers[0]!.reply({ json: "2" });
  expect(await Promise.all(answers)).toEqual(["1", "2"]);
});

test("a cancelled request that waits never reaches the worker", async () => {
  const { backend, workers } = await loaded();
  const abort = new AbortController();
  const first = backend.ask(check("a"));
  const second = backend.ask(check("b"), abort.signal);
  abort.abort();
  await expect(second).rejects.toMatchObject({ name: "AbortError" });
  workers[0]!.reply({ json: "1" });
  expect(await first).toBe("1");
  expect(workers[0]!.last).toMatchObject({ text: "a" });
});

test("a cancelled check that does not yield is stopped by force, and the record is loaded again", async () => {
  const { backend, workers } = await loaded();
  const abort = new AbortController();
  const stuck = backend.ask(check("a"), abort.signal);
  abort.abort();
  await expect(stuck).rejects.toMatchObject({ name: "AbortError" });
  const next = backend.ask(check("b"));
  await expect.poll(() => workers.length).toBe(2);
  expect(workers[0]!.terminated).toBe(true);
  expect(workers[1]!.received.map(({ op }) => op)).toEqual(["load", "check"]);
  workers[1]!.reply({ json: "2" });
  expect(await next).toBe("2");
});

test("after a crash the check is tried once more in a new worker", async () => {
  const { backend, workers } = await loaded();
  const answer = backend.ask(check("a"));
  workers[0]!.reply({ error: { code: "engine-failed", message: "trap", crashed: true } });
  expect(workers).toHaveLength(2);
  workers[1]!.reply({ json: "1" });
  expect(await answer).toBe("1");
});

test("a second crash is an error, and the next check gets a new worker", async () => {
  const { backend, workers } = await loaded();
  const answer = backend.ask(check("a"));
  workers[0]!.reply({ error: { code: "engine-failed", message: "trap", crashed: true } });
  workers[1]!.reply({ error: { code: "engine-failed", message: "trap", crashed: true } });
  await expect(answer).rejects.toMatchObject({ name: "OnRecordError", code: "engine-failed" });
  const next = backend.ask(check("b"));
  workers[2]!.reply({ json: "2" });
  expect(await next).toBe("2");
});

test("a worker that never starts is an error at once", async () => {
  const workers: FakeWorker[] = [];
  const backend = new WorkerBackend(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  const answer = backend.ask(load);
  workers[0]!.fail("");
  await expect(answer).rejects.toMatchObject({ code: "engine-failed", message: /worker-src/ });
  expect(workers).toHaveLength(1);
});

test("an error of the record is handed on, and kills nothing", async () => {
  const { backend, workers } = await loaded();
  const answer = backend.ask(check("a"));
  workers[0]!.reply({ error: { code: "option-invalid", message: "no date" } });
  await expect(answer).rejects.toMatchObject({ code: "option-invalid", message: "no date" });
  expect(workers[0]!.terminated).toBe(false);
});

test("closing cancels what still runs, and ends the worker with the last checker", async () => {
  const { backend, workers } = await loaded();
  const answers = [backend.ask(check("a")), backend.ask(check("b"))];
  backend.release(1);
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  expect(workers[0]!.terminated).toBe(true);
});

test("an aborted signal is refused before anything starts", async () => {
  const { backend, workers } = await loaded();
  await expect(backend.ask(check("a"), AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  expect(workers[0]!.last.op).toBe("load");
});

test("a start ahead of the first request serves it, and what fails is told there", async () => {
  const workers: FakeWorker[] = [];
  const backend = new WorkerBackend(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  backend.warm("engine.wasm");
  expect(workers[0]!.last).toMatchObject({ op: "warm", wasm: "engine.wasm" });
  workers[0]!.reply({ error: { code: "wasm-blocked", message: "no" } });
  const ready = backend.ask(load);
  expect(workers).toHaveLength(1);
  workers[0]!.reply({ json: "{}" });
  expect(await ready).toBe("{}");
  backend.release(1);
  expect(workers[0]!.terminated).toBe(true);
});
