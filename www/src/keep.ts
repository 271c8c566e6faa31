// What stays in this browser when the reader wants it: records, the text, what was put aside. IndexedDB, by idb-keyval.

import { type UseStore, createStore, del, get, set, update } from "idb-keyval";
import type { Ignored } from "./findings.ts";
import type { PartialDate } from "./types.ts";

export interface KeptRecord {
  id: string;
  name: string;
  bytes: Blob;
}

export interface KeptText {
  text: string;
  date: PartialDate | null;
  asOf: PartialDate | null;
  ignored: Ignored;
}

/** One shelf of things under a name, so that two elements can keep apart. Every promise may be refused by the browser. */
export class Shelf {
  readonly #name: string;
  readonly #store: UseStore;

  constructor(name: string) {
    this.#name = name;
    this.#store = createStore("on-record", "kept");
  }

  async records(): Promise<KeptRecord[]> {
    return (await get<KeptRecord[]>(this.#key("records"), this.#store)) ?? [];
  }

  /** Keeps a record, in place of one of the same name, and makes it the one to start with. */
  async addRecord(name: string, bytes: Blob): Promise<KeptRecord> {
    const kept = { id: `${Date.now()}`, name, bytes };
    await update<KeptRecord[]>(
      this.#key("records"),
      (list = []) => [...list.filter((other) => other.name !== name), kept],
      this.#store,
    );
    await this.choose(kept.id);
    return kept;
  }

  async removeRecord(id: string): Promise<void> {
    const without = (list: KeptRecord[] = []) => list.filter((record) => record.id !== id);
    await update<KeptRecord[]>(this.#key("records"), without, this.#store);
    if ((await this.chosen()) === id) await this.choose(null);
  }

  /** The record to start with; null: the page's own. */
  async chosen(): Promise<string | null> {
    return (await get<string>(this.#key("chosen"), this.#store)) ?? null;
  }

  async choose(id: string | null): Promise<void> {
    await set(this.#key("chosen"), id, this.#store);
  }

  async text(): Promise<KeptText | null> {
    return (await get<KeptText>(this.#key("text"), this.#store)) ?? null;
  }

  async setText(text: KeptText | null): Promise<void> {
    if (text) await set(this.#key("text"), text, this.#store);
    else await del(this.#key("text"), this.#store);
  }

  #key(what: string): string {
    return `${this.#name}/${what}`;
  }
}
