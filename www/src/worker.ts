// The worker's own script: one file without imports, so that it can be served from anywhere as it is.

import { plainError } from "./errors.ts";
import type { Numbered, Reply } from "./protocol.ts";
import { Runtime } from "./runtime.ts";

const runtime = new Runtime();
let tail: Promise<unknown> = Promise.resolve();

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
