// Files that somebody drops or opens: a text, or a record.

/** Why a file is not taken, as a message's key. */
export class FileError extends Error {
  readonly key: "fileEmpty" | "fileNotText" | "fileTooLarge" | "fileBroken" | "fileUnknown";
  readonly file: string;

  constructor(key: FileError["key"], file: string) {
    super(`${file}: ${key}`);
    this.key = key;
    this.file = file;
  }
}

/** Largest file that is read as a text, in bytes. */
export const LARGEST_TEXT = 20_000_000;
/** Largest file that is read as a record. */
export const LARGEST_RECORD = 200_000_000;

const TEXTS = ["txt", "text", "md", "markdown", "html", "htm", "docx"];
const RECORDS = ["json", "jsonld", "jsonl", "ndjson", "csv", "pack"];

/** What a file is for, by its name; `null`: neither. A file without an ending is taken for a text. */
export function kindOf({ name, type }: File): "text" | "record" | null {
  const ending = endingOf(name);
  if (RECORDS.includes(ending)) return "record";
  if (TEXTS.includes(ending) || ending === "" || type.startsWith("text/")) return "text";
  return null;
}

/** The text of a file. */
export async function readText(file: File): Promise<string> {
  if (file.size > LARGEST_TEXT) throw new FileError("fileTooLarge", file.name);
  const ending = endingOf(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text: string;
  if (ending === "docx") {
    const { docxText } = await import("./docx.ts");
    text = docxText(bytes, file.name);
  } else {
    text = decode(bytes, file.name);
    if (ending === "html" || ending === "htm" || file.type === "text/html") {
      const { htmlText } = await import("./html.ts");
      text = htmlText(text);
    }
  }
  text = text.replace(/\r\n?/g, "\n").trim();
  if (!text) throw new FileError("fileEmpty", file.name);
  return text;
}

/** Bytes as text: UTF-8, UTF-16 with its mark, else the western encoding of old files. */
export function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new FileError("fileNotText", name);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return western(bytes, name);
  }
}

function western(bytes: Uint8Array, name: string): string {
  // Control characters are what pictures and archives have and texts have not.
  const control = bytes.reduce((sum, byte) => sum + Number(byte < 32 && byte !== 9 && byte !== 10 && byte !== 13), 0);
  if (control > 0) throw new FileError("fileNotText", name);
  return new TextDecoder("windows-1252").decode(bytes);
}

/** Whether a file is called a pack and does not begin as one: read as a source it would be told to be bad JSON. */
export async function isFalsePack(file: File): Promise<boolean> {
  return endingOf(file.name) === "pack" && (await file.slice(1, 4).text()) !== "ORP";
}

function endingOf(name: string): string {
  return /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
