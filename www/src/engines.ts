// Elements of a page that show the same record share one checker.

import { type Checker, createChecker } from "./checker.ts";
import type { LoadProgress, RecordInput } from "./types.ts";

type Note = (progress: LoadProgress) => void;

interface Shared {
  checker: Promise<Checker>;
  users: number;
  notes: Set<Note>;
  abort: AbortController;
}

const shared = new Map<string, Shared>();

export interface Lease {
  checker: Promise<Checker>;
  release(): void;
}

/** `record`: an address relative to the page, or null for the one that comes with the package. */
export function lease(record: string | null, note: Note): Lease {
  const key = record ? new URL(record, document.baseURI).href : "";
  let entry = shared.get(key);
  if (!entry) {
    const notes = new Set<Note>();
    const abort = new AbortController();
    const onProgress: Note = (progress) => notes.forEach((note) => note(progress));
    const checker = createChecker({ ...(key && { record: key }), onProgress, signal: abort.signal });
    entry = { checker, users: 0, notes, abort };
    shared.set(key, entry);
    const made = entry;
    // A failure is not kept: the next element, or the next try, starts afresh.
    checker.catch(() => shared.get(key) === made && shared.delete(key));
  }
  const held = entry;
  held.users++;
  held.notes.add(note);
  return {
    checker: held.checker,
    release: once(() => {
      held.notes.delete(note);
      if (--held.users > 0) return;
      if (shared.get(key) === held) shared.delete(key);
      end(held);
    }),
  };
}

/** A checker that somebody else made, and closes. */
export function lent(checker: Checker): Lease {
  return { checker: Promise.resolve(checker), release: () => undefined };
}

/** A record that somebody dropped is that element's own. */
export function own(record: RecordInput, onProgress: Note): Lease {
  const abort = new AbortController();
  const checker = createChecker({ record, onProgress, signal: abort.signal });
  checker.catch(() => undefined);
  return { checker, release: once(() => end({ checker, abort })) };
}

function end({ checker, abort }: Pick<Shared, "checker" | "abort">): void {
  // Stops a download that nobody waits for.
  abort.abort();
  checker.then((open) => open.close()).catch(() => undefined);
}

function once(work: () => void): () => void {
  let open = true;
  return () => {
    if (open) work();
    open = false;
  };
}
