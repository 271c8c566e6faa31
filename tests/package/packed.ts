// The package as its users get it: packed, and put into an empty folder.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = new URL("../../", import.meta.url).pathname;

/** Makes a folder whose only dependency is the package. */
export function packed(): string {
  const folder = mkdtempSync(join(tmpdir(), "on-record-package-"));
  const installed = join(folder, "node_modules/on-record");
  mkdirSync(installed, { recursive: true });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root });
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  execFileSync("tar", ["-xzf", join(folder, archive), "--strip-components=1", "-C", installed]);
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }');
  return folder;
}
