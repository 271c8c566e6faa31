// npm run sizes: what a visitor loads, in bytes as they are and compressed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { join } from "node:path";
import { at } from "./lib/paths.mjs";

if (!existsSync(at("build/page/index.html"))) {
  console.error("on-record: there is no page yet; run `npm run build` first");
  process.exit(1);
}
const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: 24 } });

const groups = { wasm: [], JavaScript: [], record: [], "HTML and CSS": [] };
const lazy = lazyFiles(at("build/page/assets"));
const files = ["index.html", "icon.svg", "manifest.webmanifest", ...readdirSync(at("build/page/assets")).map((name) => join("assets", name))];
for (const name of files.filter((name) => !lazy.has(name.slice("assets/".length)))) {
  const group = name.endsWith(".wasm") ? "wasm" : name.endsWith(".js") ? "JavaScript" : name.endsWith(".pack") ? "record" : "HTML and CSS";
  groups[group].push(readFileSync(at("build/page", name)));
}
const total = [0, 0, 0];
const row = (title, sizes) => console.log(title.padEnd(16) + sizes.map((size) => size.toLocaleString("en").padStart(12)).join(""));
console.log(`${"".padEnd(16)}${["bytes", "gzip", "brotli"].map((title) => title.padStart(12)).join("")}`);
for (const [title, contents] of Object.entries(groups)) {
  const sum = (pack) => contents.reduce((size, bytes) => size + pack(bytes).length, 0);
  const sizes = [sum((bytes) => bytes), sum((bytes) => gzipSync(bytes, { level: 9 })), sum(brotli)];
  sizes.forEach((size, i) => (total[i] += size));
  row(title, sizes);
}
row("first load", total);
const later = [...lazy].map((name) => readFileSync(at("build/page/assets", name)));
const sum = (pack) => later.reduce((size, bytes) => size + pack(bytes).length, 0);
row("when asked for", [sum((bytes) => bytes), sum((bytes) => gzipSync(bytes, { level: 9 })), sum(brotli)]);

/** Scripts that are only imported when somebody asks for what they do. */
function lazyFiles(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const imported = names.flatMap((name) =>
    Array.from(readFileSync(join(folder, name), "utf8").matchAll(/import\(["'`]\.\/([^"'`]+)["'`]/g), ([, file]) => file),
  );
  return new Set(imported.filter((name) => names.includes(name)));
}
