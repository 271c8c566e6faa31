// A pack in the wasm engine, in Node on one thread: node scripts/lib/bench-wasm.mjs PACK QUERIES DOCUMENTS prints a line of JSON.
// Times in milliseconds, as in benches/pack.rs.
import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

const [pack, queries, documents] = process.argv.slice(2).map((path) => readFileSync(path));
const { default: init, Sources, Engine } = await import(at("build/engine/on_record.js"));
await init({ module_or_path: await WebAssembly.compile(readFileSync(at("build/engine/on_record_bg.wasm"))) });

const ms = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const least = (runs, run) => Math.min(...Array.from({ length: runs }, () => ms(run)));
const quantile = (values, q) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const lines = (bytes) => bytes.toString().split("\n").filter(Boolean);

let engine;
const load = least(7, () => {
  engine?.free();
  const sources = new Sources();
  sources.add("bench.pack", pack);
  engine = new Engine(sources);
});
const searches = lines(queries).map((query) => least(3, () => engine.search(query, 10)));
const memory = process.resourceUsage().maxRSS / 1024;
const check = (text) => engine.check(text, "2020-01-01", "2024-01-01");
const first = lines(documents).map((text) => ms(() => check(text)));
const again = lines(documents).map((text) => least(3, () => check(text)));
console.log(
  JSON.stringify({
    load,
    p50: quantile(searches, 0.5),
    p95: quantile(searches, 0.95),
    first: quantile(first, 0.5),
    again: quantile(again, 0.5),
    memory,
  }),
);
