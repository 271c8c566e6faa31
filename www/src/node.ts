// The little that differs in Node. No import of a `node:` module: bundlers for the browser stumble over it.

interface NodeProcess {
  versions?: { node?: string };
  getBuiltinModule?(name: "node:fs/promises"): { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> };
}

const process = (globalThis as { process?: NodeProcess }).process;

export const inNode = typeof process?.versions?.node === "string" && typeof document === "undefined";

export async function readFile(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const fs = process?.getBuiltinModule?.("node:fs/promises");
  if (!fs) throw new Error(`files cannot be read here (${url})`);
  return fs.readFile(new URL(url));
}
