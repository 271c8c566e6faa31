// The worker's own script: one file without imports, so that it can be served from anywhere as it is.

import { plainError } from "./errors.ts";
import { HELD, type Numbered, type Reply } from "./protocol.ts";
import { Runtime } from "./runtime.ts";

const runtime = new Runtime();
let tail: Promise<unknown> = Promise.resolve();

const { name } = globalThis as unknown as { name: string };
void navigator.locks?.request(name, () => {
  postMessage({ id: 0, json: HELD } satisfies Reply);
  return new Promise(() => undefined);
});

addEventListener("message", ({ data }: MessageEvent<Numbered>) => {
  tail = tail.then(async () => postMessage(await reply(data)));
});

async function reply(request: Numbered): Promise<Reply> {
  try {
    return { id: request.id, json: await runtime.answer(request) };
  } catch (error) {
    return { id: request.id, error: plainError(error) };
  }
}
