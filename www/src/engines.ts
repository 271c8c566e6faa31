// Elements of a page that show the same record share one checker.

import { type Checker, createChecker } from "./checker.ts";

interface Shared {
  checker: Promise<Checker>;
  users: number;
}

const shared = new Map<string, Shared>();

export interface Lease {
  checker: Promise<Checker>;
  release(): void;
}

/** `record`: an address relative to the page, or null for the record that comes with the package. */
export function lease(record: string | null): Lease {
  const key = record ? new URL(record, document.baseURI).href : "";
  let entry = shared.get(key);
  if (!entry) {
    entry = { checker: createChecker(key ? { record: key } : {}), users: 0 };
    shared.set(key, entry);
    // A failure is not kept: the next element, or the next try, starts afresh.
    entry.checker.catch(() => shared.delete(key));
  }
  const held = entry;
  held.users++;
  let open = true;
  return {
    checker: held.checker,
    release() {
      if (!open) return;
      open = false;
      if (--held.users > 0) return;
      if (shared.get(key) === held) shared.delete(key);
      held.checker.then((checker) => checker.close()).catch(() => undefined);
    },
  };
}
