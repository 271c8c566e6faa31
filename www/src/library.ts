// Files that the reader brings, and the records of their own that stay in this browser.

import { OnRecordError, isAbort } from "./errors.ts";
import { FileError, LARGEST_RECORD, LARGEST_TEXT, isFalsePack, kindOf, readText } from "./files/read.ts";
import { withoutFaults } from "./files/mend.ts";
import { type KeptRecord, type KeptText, Shelf } from "./keep.ts";
import type { Messages } from "./messages.ts";
import type { Notice } from "./view/failure.ts";

/** The text is kept after a pause in typing. */
const KEEP_AFTER_MS = 300;

export interface LibraryHost {
  readonly messages: Messages;
  /** Whether the text may be replaced. */
  readonly writable: boolean;
  /** A text to check in place of what is there; gives what was there, where an undo does not bring it back. */
  openText(text: string): string;
  /** Takes a record in use if it is good, and is refused with what is wrong with it. */
  tryRecord(record: Blob): Promise<void>;
  /** Another record is to be used: the chosen one, or the page's. */
  recordChanged(): void;
  /** The list of records is another. */
  changed(): void;
  tell(notice: Notice | null): void;
}

export class Library {
  records: readonly KeptRecord[] = [];
  chosen: string | null = null;
  keepsText = false;
  readonly #host: LibraryHost;
  #shelf: Shelf | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Why nothing can be kept, where something should be. */
  #refused: unknown = null;

  constructor(host: LibraryHost) {
    this.#host = host;
  }

  /** Whether something can stay in this browser. */
  get keeps(): boolean {
    return this.#shelf !== null;
  }

  get record(): KeptRecord | null {
    return this.records.find(({ id }) => id === this.chosen) ?? null;
  }

  /** Takes out what was kept under a name; gives the text. A browser that keeps nothing is as one that has nothing. */
  async restore(name: string): Promise<KeptText | null> {
    try {
      const shelf = new Shelf(name);
      [this.records, this.chosen] = await Promise.all([shelf.records(), shelf.chosen()]);
      const text = await shelf.text();
      this.keepsText = text !== null;
      this.#shelf = shelf;
      return text;
    } catch (error) {
      this.#refused = error;
      return null;
    }
  }

  async take(files: File[]): Promise<void> {
    this.#host.tell(null);
    for (const file of files) {
      try {
        await this.#takeOne(file);
      } catch (error) {
        this.#refuse(error, file);
      }
    }
  }

  async #takeOne(file: File): Promise<void> {
    const kind = kindOf(file);
    if (!kind) throw new FileError("fileUnknown", file.name);
    if (kind === "text") {
      if (!this.#host.writable) return this.#host.tell({ text: this.#host.messages.text("fileReadonly", { file: file.name }) });
      return this.#tellReplaced(this.#host.openText(await readText(file)), file.name);
    }
    if (file.size > LARGEST_RECORD) throw new FileError("fileTooLarge", file.name);
    if (file.size === 0) throw new FileError("fileEmpty", file.name);
    if (await isFalsePack(file)) throw new FileError("fileBroken", file.name);
    await this.#tryRecord(file.name, file);
  }

  #tellReplaced(before: string, file: string): void {
    if (!before.trim()) return;
    const { messages } = this.#host;
    const take = () => {
      this.#host.tell(null);
      this.#host.openText(before);
    };
    this.#host.tell({ text: messages.text("replaced", { file }), done: true, offer: { label: messages.text("bringBack"), take } });
  }

  /** The record in use stays until the new one is known to be good. */
  async #tryRecord(name: string, bytes: Blob): Promise<void> {
    try {
      await this.#host.tryRecord(new File([bytes], name));
    } catch (error) {
      if (isAbort(error)) return;
      if (!(error instanceof OnRecordError) || error.faults.length === 0) throw error;
      return this.#tellFaults(name, bytes, error);
    }
    await this.#keep(name, bytes);
  }

  async #tellFaults(name: string, bytes: Blob, { faults }: OnRecordError): Promise<void> {
    const { messages } = this.#host;
    const mended = await withoutFaults(name, bytes, faults);
    const text = `${messages.count("faultsFound", faults.length, { file: name })}. ${messages.text("stays")}`;
    if (!mended) return this.#host.tell({ text, faults });
    const label = messages.count("useWithout", mended.without);
    const take = () => {
      this.#host.tell(null);
      this.#tryRecord(name, mended.bytes).catch((error: unknown) => this.#refuse(error, new File([], name)));
    };
    this.#host.tell({ text, faults, offer: { label, take } });
  }

  async #keep(name: string, bytes: Blob): Promise<void> {
    let kept: KeptRecord = { id: `${Date.now()}`, name, bytes };
    try {
      if (this.#shelf) kept = await this.#shelf.addRecord(name, bytes);
      else if (this.#refused) this.#notKept(this.#refused);
    } catch (error) {
      this.#notKept(error);
    }
    this.records = [...this.records.filter((other) => other.name !== name), kept];
    this.chosen = kept.id;
    this.#host.changed();
  }

  async choose(id: string | null): Promise<void> {
    this.chosen = id;
    this.#host.recordChanged();
    this.#host.changed();
    await this.#shelf?.choose(id).catch(() => undefined);
  }

  async remove(id: string): Promise<void> {
    const inUse = id === this.chosen;
    this.records = this.records.filter((record) => record.id !== id);
    if (inUse) this.chosen = null;
    if (inUse) this.#host.recordChanged();
    this.#host.changed();
    await this.#shelf?.removeRecord(id).catch(() => undefined);
  }

  /** Keeps the text after a pause, where the reader wants that. */
  keepSoon(text: () => KeptText): void {
    clearTimeout(this.#timer);
    if (this.keepsText) this.#timer = setTimeout(() => this.keepsText && void this.keepText(text()), KEEP_AFTER_MS);
  }

  /** Keeps the text, when the reader wants that; null forgets it. */
  async keepText(text: KeptText | null): Promise<void> {
    this.keepsText = text !== null;
    await this.#shelf?.setText(text).catch((error: unknown) => {
      this.keepsText = false;
      this.#notKept(error);
    });
  }

  #notKept(error: unknown): void {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    this.#host.tell({ text: this.#host.messages.text("notKept", { reason }) });
  }

  #refuse(error: unknown, file: File): void {
    const { messages } = this.#host;
    const limit = messages.bytes(kindOf(file) === "record" ? LARGEST_RECORD : LARGEST_TEXT);
    const said =
      error instanceof FileError
        ? messages.text(error.key, { file: error.file, limit })
        : `${file.name}: ${error instanceof Error ? error.message : String(error)}`;
    this.#host.tell({ text: `${said} ${messages.text("stays")}` });
  }
}
