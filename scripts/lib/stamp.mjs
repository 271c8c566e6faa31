// Work is done again only when what it was made from has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { at } from "./paths.mjs";

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** Hash of the content of files and folders, given relative to the root, and of some strings. */
export function fingerprint(paths, ...strings) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => files(at(path)))) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.update(JSON.stringify(strings)).digest("hex");
}

/** Runs `work` unless it ran before for this fingerprint and all its results are still there. */
export async function once(name, print, results, work) {
  const stamp = at("build", "stamps", name);
  const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === print;
  if (fresh && results.every((path) => existsSync(at(path)))) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
  return true;
}
