// wasm-bindgen's module keeps one instance for ever. After a trap we need a fresh one, and the worker has to be one
// file without imports; so its module becomes a function that makes an instance.
import { readFileSync, writeFileSync } from "node:fs";
import { StepError } from "./run.mjs";

/** Turns the `--target web` module into `export function createGlue() { … return { init, Engine } }`. */
export function wrapGlue(from, to) {
  const source = readFileSync(from, "utf8");
  const exported = /^export \{\s*initSync,\s*__wbg_init as default\s*\};?\s*$/m;
  const address = /^\s*if \(module_or_path === undefined\) \{\s*module_or_path = new URL\([^)]*\);\s*\}\s*$/m;
  if (!exported.test(source) || !address.test(source) || /^import /m.test(source)) {
    throw new StepError(`${from} looks other than expected; adapt scripts/lib/glue.mjs to this wasm-bindgen`);
  }
  const body = source
    .replace(exported, "")
    // The checker gives the address; a second one here would make bundlers ship the file twice.
    .replace(address, "")
    .replace(/^export (class|function|const)/gm, "$1");
  writeFileSync(
    to,
    `export function createGlue() {\n${body}\nreturn { Sources, Engine, dateline, init: (module) => __wbg_init({ module_or_path: module }) };\n}\n`,
  );
}
