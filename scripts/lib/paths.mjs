// Where things are. Everything the scripts make lies in build/, dist/ or the tool cache.
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const at = (...parts) => join(root, ...parts);

export const toolCache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "on-record", "tools");

/** The environment of every command that the scripts run: our tools come first on the PATH. */
export function toolEnvironment() {
  const path = [
    join(toolCache, "bin"),
    at("node_modules", ".bin"),
    process.env.PATH,
    join(process.env.CARGO_HOME || join(homedir(), ".cargo"), "bin"),
  ];
  return { ...process.env, PATH: path.filter(Boolean).join(delimiter) };
}
