// npm test: every check there is. Ends with the sum of what passed and failed over all parts.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { everything } from "./lib/build.mjs";
import { at } from "./lib/paths.mjs";
import { StepError, run } from "./lib/run.mjs";
import { chromium, node, nodeModules, rust, rustComponents, wasmTools } from "./lib/setup.mjs";

/** Each part gives the number of its checks that passed and failed. */
const results = [];

async function part(name, work) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  let result;
  try {
    result = await work();
  } catch (error) {
    if (!(error instanceof StepError)) console.error(error);
    result = { passed: 0, failed: 1, why: error.message };
  }
  results.push({ name, ...result });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  return result.failed === 0;
}

const none = { passed: 0, failed: 0 };
const ready = (step) => async () => (await step(), none);

/** A command that is one check: it succeeds or not. */
const single = (command, args) => async () => {
  const { status } = await run(command, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

async function rustTests() {
  const { status, output } = await run("cargo", ["test", "--workspace", "--no-fail-fast"], { keep: true });
  const sum = { passed: 0, failed: 0 };
  for (const [, passed, failed] of output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)) {
    sum.passed += Number(passed);
    sum.failed += Number(failed);
  }
  if (status !== 0 && sum.failed === 0) return { ...sum, failed: 1, why: "cargo test did not run to its end" };
  if (sum.passed + sum.failed === 0) return { ...sum, failed: 1, why: "no test ran" };
  return sum;
}

/** Playwright is the runner of all TypeScript tests, so that there is one with one report. */
async function browserTests(browser) {
  const report = at("build", "test", "playwright.json");
  rmSync(report, { force: true });
  mkdirSync(at("build", "test"), { recursive: true });
  const { status } = await run("playwright", ["test", "--reporter=list,json"], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  // A test that did not run, or only ran well at the second try, is not one that passed.
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  if (status !== 0 && failed === 0) return { passed: stats.expected, failed: 1, why: errors[0]?.message };
  return { passed: stats.expected, failed };
}

let browser;
const prepared =
  (await part("set-up: Node", ready(async () => (node(), await nodeModules())))) &&
  (await part("set-up: Rust", ready(async () => (await rust(), await rustComponents()))));

if (prepared) {
  await part("format", single("cargo", ["fmt", "--all", "--check"]));
  await part("clippy", single("cargo", ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]));
  await part("Rust tests", rustTests);
  await part("types", single("tsc", ["-p", "tests/tsconfig.json"]));
  const built = await part("build", async () => {
    await wasmTools();
    await everything();
    return { passed: 1, failed: 0 };
  });
  await part(
    "clippy, wasm",
    single("cargo", ["clippy", "--quiet", "--lib", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]),
  );
  const found = await part("set-up: Chromium", ready(async () => (browser = await chromium())));
  // The engine is tested in the browser as it ships, by loading the very file: wasm-pack's own test runner
  // would build another module, with a test harness in it.
  await part("unit, wasm, page and package tests", () => {
    if (!built || !found) throw new StepError("they need the build and Chromium, see above");
    return browserTests(browser);
  });
} else {
  results.push({ name: "all other parts", passed: 0, failed: 1, why: "the set-up failed" });
}

console.log("");
for (const { name, passed, failed, why } of results) {
  if (failed > 0) console.log(`FAILED ${name}: ${passed} passed, ${failed} failed${why ? ` (${why})` : ""}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
