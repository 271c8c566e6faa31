// npm run bench:scale [-- MOST]: what records of 1,000 to MOST (100,000) statements cost and give, natively and in wasm in Node.
// Prints the table of docs/performance.md and draws docs/growth.svg. `npm run build` makes the wasm that it needs.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { at } from "./lib/paths.mjs";
import { documents, queries, synthetic } from "./lib/synthetic.mjs";

const most = Number(process.argv[2] ?? 100_000);
const folder = at("build/bench");
mkdirSync(folder, { recursive: true });

function output(program, args) {
  const done = spawnSync(program, args, { cwd: at(), encoding: "utf8", maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.error?.message ?? done.stderr}`);
  return done;
}

const native = (...args) => ["run", "--quiet", "--release", "-p", "on-record-cli", "--", ...args];

/** Compiles a record; seconds and, where the system's `time` tells it, the most memory in MB. */
function build(source, pack) {
  const args = native("record", "build", source, "-o", pack);
  if (existsSync("/usr/bin/time")) {
    const { stderr } = output("/usr/bin/time", ["-f", "%e %M", "cargo", ...args]);
    const [seconds, kilobytes] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
    return { seconds, memory: kilobytes / 1024 };
  }
  const start = performance.now();
  output("cargo", args);
  return { seconds: (performance.now() - start) / 1000, memory: NaN };
}

function measure(count) {
  const [source, pack, asked, read] = ["record.json", "pack", "queries.txt", "documents.txt"].map(
    (kind) => `${folder}/${count}.${kind}`,
  );
  writeFileSync(source, JSON.stringify(synthetic(count)));
  writeFileSync(asked, queries(count, 300).join("\n"));
  writeFileSync(read, documents(count, 15, 6000).join("\n"));
  const built = build(source, pack);
  const { sections } = JSON.parse(output("cargo", native("record", "info", "--format", "json", pack)).stdout);
  const index = sections.find(({ tag }) => tag === "bm25").bytes;
  return {
    count,
    built,
    pack: statSync(pack).size / count,
    index: index / count,
    gzip: gzipSync(readFileSync(pack), { level: 9 }).length / count,
    native: JSON.parse(output("cargo", ["bench", "--quiet", "--bench", "pack", "--", pack, asked, read]).stdout.trim().split("\n").at(-1)),
    wasm: JSON.parse(output("node", [at("scripts/lib/bench-wasm.mjs"), pack, asked, read]).stdout),
  };
}

const number = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2));

function table(rows) {
  const lines = [
    ["index, bytes a statement", (r) => number(r.index)],
    ["pack, bytes a statement", (r) => number(r.pack)],
    ["pack, gzip, bytes a statement", (r) => number(r.gzip)],
    ["build, native, s", (r) => number(r.built.seconds)],
    ["build, peak memory, MB", (r) => number(r.built.memory)],
    ["load and verify, native, ms", (r) => number(r.native.load)],
    ["load and verify, wasm, ms", (r) => number(r.wasm.load)],
    ["search, native, p50 / p95, ms", (r) => `${number(r.native.p50)} / ${number(r.native.p95)}`],
    ["search, wasm, p50 / p95, ms", (r) => `${number(r.wasm.p50)} / ${number(r.wasm.p95)}`],
    ["recall of the exact best ten", (r) => r.native.recall.toFixed(3)],
    ["loaded and searched, peak memory, native, MB", (r) => number(r.native.memory)],
    ["the same, Node with wasm, MB", (r) => number(r.wasm.memory)],
    ["check of 1,000 words, native, first / again, ms", (r) => `${number(r.native.first)} / ${number(r.native.again)}`],
    ["check of 1,000 words, wasm, first / again, ms", (r) => `${number(r.wasm.first)} / ${number(r.wasm.again)}`],
  ];
  const head = `| statements | ${rows.map((r) => r.count.toLocaleString("en")).join(" | ")} |\n|---|${"---|".repeat(rows.length)}`;
  return [head, ...lines.map(([title, of]) => `| ${title} | ${rows.map(of).join(" | ")} |`)].join("\n");
}

/** Times by the number of statements, both axes logarithmic. */
function picture(rows) {
  const series = [
    ["build, native", "#7a5195", (r) => r.built.seconds * 1000],
    ["load, wasm", "#ef8a17", (r) => r.wasm.load],
    ["search p95, wasm", "#c8102e", (r) => r.wasm.p95],
    ["search p50, wasm", "#e4717a", (r) => r.wasm.p50],
    ["search p50, native", "#1f6f8b", (r) => r.native.p50],
  ];
  const [left, top, width, height] = [70, 20, 430, 300];
  const log = Math.log10;
  const values = rows.flatMap((r) => series.map(([, , of]) => of(r)));
  const [low, high] = [Math.floor(log(Math.min(...values))), Math.ceil(log(Math.max(...values)))];
  const [first, last] = [log(rows[0].count), log(rows.at(-1).count)];
  const x = (count) => left + ((log(count) - first) / (last - first || 1)) * width;
  const y = (ms) => top + height - ((log(ms) - low) / (high - low)) * height;
  const text = (at, body, more = "") => `<text x="${at[0].toFixed(0)}" y="${at[1].toFixed(0)}" ${more}>${body}</text>`;
  const parts = [];
  for (let power = low; power <= high; power++) {
    const at = y(10 ** power).toFixed(1);
    parts.push(`<path d="M${left} ${at}H${left + width}" stroke="#ddd"/>`, text([left - 8, Number(at) + 4], `${10 ** power} ms`, 'text-anchor="end"'));
  }
  for (const { count } of rows) {
    parts.push(text([x(count), top + height + 20], count.toLocaleString("en"), 'text-anchor="middle"'));
  }
  for (const [title, color, of] of series) {
    const points = rows.map((r) => `${x(r.count).toFixed(1)},${y(of(r)).toFixed(1)}`);
    parts.push(`<polyline points="${points.join(" ")}" fill="none" stroke="${color}" stroke-width="2"/>`);
    parts.push(...points.map((point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${color}"/>`));
    parts.push(text([left + width + 8, y(of(rows.at(-1))) + 4], title, `fill="${color}"`));
  }
  parts.push(text([left + width / 2, top + height + 40], "statements", 'text-anchor="middle"'));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 370" font-family="sans-serif" font-size="12" role="img" aria-label="Times by the number of statements">\n<rect width="640" height="370" fill="#fff"/>\n${parts.join("\n")}\n</svg>\n`;
}

const rows = [1_000, 10_000, 100_000, 1_000_000].filter((count) => count <= most).map(measure);
writeFileSync(at("docs/growth.svg"), picture(rows));
console.log(table(rows));
