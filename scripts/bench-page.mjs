// npm run bench:page: how quick the page is, in headless Chromium against a local server: cold start, typing and
// dragging in a text of 1,000 words with a record of 10,000 statements, the longest task meanwhile, memory.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { withPage } from "./lib/browser.mjs";
import { at } from "./lib/paths.mjs";
import { must } from "./lib/run.mjs";

const RUNS = 9;
const WORDS = 1000;
const STATEMENTS = 10_000;
const CHECKS = 200;
const WARM_UP = 20;

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const row = (title, value) => console.log(`${title.padEnd(58)} ${value}`);
const times = (values) => `p50 ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms`;

const { text: example, date } = JSON.parse(readFileSync(at("www/src/example.json"), "utf8"));

/** The bundled record with statements about other matters, up to the number. */
async function largeRecord() {
  const cities = ["Arden", "Belmar", "Corvo", "Delling", "Esker", "Farrow", "Garth", "Hollin"];
  const things = ["tram line", "bus line", "ferry line", "school", "clinic", "library"];
  const statements = Array.from({ length: STATEMENTS - 1165 }, (_, n) => {
    const place = `${things[n % 6]} ${n % 97} in ${cities[n % 8]}`;
    const day = new Date(Date.UTC(2022, 0, 1 + (n % 1500))).toISOString().slice(0, 10);
    return { date: day, text: `The ${place} counted ${1000 + ((n * 37) % 9000)} visitors in ${2015 + (n % 9)}.`, source: "Gazette" };
  });
  mkdirSync(at("build/bench"), { recursive: true });
  writeFileSync(at("build/bench/more.record.json"), JSON.stringify({ format: 1, title: "More", statements }));
  const sources = ["data/records/losses.record.json", "data/records/ukraine-war.record.json", "build/bench/more.record.json"];
  const command = ["run", "--quiet", "--release", "-p", "on-record-cli", "--", "record", "build", ...sources, "-o", "build/bench/large.pack"];
  await must("cargo", command, "the messages above say why");
  return readFileSync(at("build/bench/large.pack"));
}

function longText() {
  const words = example.split(/\s+/).length;
  return Array.from({ length: Math.ceil(WORDS / words) }, () => example).join("\n\n");
}

/** From the address to the first report of the example, each time in a new profile. */
async function coldStarts(browser, url) {
  const found = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript((text) => {
      globalThis.reported = new Promise((resolve) =>
        addEventListener("on-record-report", ({ detail }) => detail.claims.length > 0 && resolve(performance.now())),
      );
      customElements.whenDefined("on-record").then(() => (document.querySelector("on-record").value = text));
    }, example);
    await page.goto(url);
    found.push(await page.evaluate(() => globalThis.reported));
    await context.close();
  }
  return found;
}

/** A page with the long text and the large record. */
async function longPage(browser, url, record) {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  await page.route("**/*.pack", (route) => route.fulfill({ body: record }));
  await page.goto(url);
  await page.evaluate(
    ({ text, date }) =>
      new Promise((resolve) => {
        addEventListener("on-record-report", ({ detail }) => detail.claims.length > 0 && resolve(), { once: false });
        Object.assign(document.querySelector("on-record"), { date, value: text });
      }),
    { text: longText(), date },
  );
  await page.evaluate(() => {
    let began = 0;
    addEventListener("input", () => (began = performance.now()), { capture: true });
    addEventListener("on-record-report", () => (globalThis.took = performance.now() - began));
  });
  return page;
}

/** Milliseconds from each step's last input to the findings, with their marks set. */
async function answers(page, steps) {
  const found = [];
  for (const step of steps) {
    await page.evaluate(() => (globalThis.took = null));
    await step();
    await page.waitForFunction(() => globalThis.took !== null, undefined, { polling: 10 });
    found.push(await page.evaluate(() => globalThis.took));
  }
  // The first ones also wait for the browser to compile the engine's busiest parts for good.
  return found.slice(WARM_UP);
}

async function typing(page) {
  await page.getByRole("textbox", { name: "Text to check" }).focus();
  await page.keyboard.press("Control+End");
  return answers(page, Array.from("The line is open. ".repeat(5), (key) => () => page.keyboard.type(key)));
}

async function dragging(page) {
  const slider = page.getByRole("slider");
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width - 10, y + height / 2);
  await page.mouse.down();
  const moves = Array.from({ length: 80 }, (_, step) => () => page.mouse.move(x + width - 12 - step * 4, y + height / 2));
  const found = await answers(page, moves);
  await page.mouse.up();
  return found;
}

/** The longest task of the page's main thread while `work` runs, by the browser's trace, in its own processor time. */
async function longestTask(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === "X" && main.has(`${pid} ${tid}`));
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur / 1000), 0);
}

/** Bytes by which the page's heap grows over the checks. */
async function growth(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const used = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  };
  const check = (times) =>
    page.evaluate(async (times) => {
      const element = document.querySelector("on-record");
      const text = element.value;
      for (let n = 0; n < times; n++) {
        const answered = new Promise((resolve) => addEventListener("on-record-report", resolve, { once: true }));
        element.value = `${text} ${n % 7}`;
        await answered;
      }
    }, times);
  await check(20);
  const before = await used();
  await check(CHECKS);
  return (await used()) - before;
}

const record = await largeRecord();
await withPage(async (browser, url) => {
  row("navigation to first report of the example, cold cache", times(await coldStarts(browser, url)));
  const page = await longPage(browser, url, record);
  row(`keystroke to marks, ${WORDS} words, ${STATEMENTS} statements`, times(await typing(page)));
  row("slider drag to findings, the same", times(await dragging(page)));
  row("longest task of the main thread while typing", `${(await longestTask(browser, page, () => typing(page))).toFixed(1)} ms`);
  row(`heap of the page after ${CHECKS} checks more`, `${((await growth(page)) / 1e6).toFixed(2)} MB`);
});
