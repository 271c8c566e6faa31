// The page on the real engine, and what happens when something is amiss.
import { expect, fixtureRecord, test, useDouble } from "./page.ts";

const WRONG = "Tram line 9 has twelve stops.";

test("the example is checked against the bundled record", async ({ widget, page }) => {
  await widget.open();
  await page.getByRole("button", { name: "Load an example" }).click();
  await expect(widget.coverage).toContainText("The record ends on");
  // One of each verdict, and a wording to use.
  for (const verdict of ["conflict", "outdated", "disputed"]) await expect(page.locator(`.card.${verdict}`).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Use this wording" })).toBeVisible();
});

test("the real engine finds a conflict and its words, after an emoji", async ({ widget }) => {
  await widget.openWith(fixtureRecord());
  await widget.dates("2022-06-02", "2022-06-02");
  await widget.paste(`😀 Good news. ${WRONG}`);
  await expect(widget.cards).toHaveCount(1);
  await expect(widget.cards.first()).toContainText("fourteen");
  const claim = await widget.cards.first().locator("q").textContent();
  expect(WRONG).toContain(claim!);
  expect(await widget.marked("conflict")).toEqual([claim]);
});

test("lone surrogates are a text like any other", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await page.locator("on-record").evaluate((element, text) => {
    (element as HTMLElement & { value: string }).value = `\ud83d a \udc00 b. ${text}`;
  }, WRONG);
  await expect(widget.cards).toHaveCount(1);
  const [marked] = await widget.marked("conflict");
  expect(WRONG).toContain(marked!);
});

test("a megabyte of text", async ({ widget, page }) => {
  test.slow();
  await widget.openWith(fixtureRecord());
  const filler = "The weather stayed calm over the harbour, and nobody thought much of it.\n".repeat(14_000);
  await page.locator("on-record").evaluate((element, text) => {
    (element as HTMLElement & { value: string }).value = text;
  }, `${filler}${WRONG}`);
  await expect(widget.cards).toHaveCount(1, { timeout: 60_000 });
});

test("no request leaves the page while a text is checked", async ({ widget, page, context }) => {
  await widget.open();
  await expect(page.getByRole("heading", { level: 2 })).not.toHaveText(/Loading/);
  const seen: string[] = [];
  context.on("request", (request) => seen.push(request.url()));
  page.on("websocket", (socket) => seen.push(socket.url()));
  await widget.paste("Zyzzyva said on Monday that tram line 9 has twelve stops.");
  await expect(page.getByRole("status")).not.toHaveText("");
  expect(seen).toEqual([]);
});

test("everything that is loaded comes from the page's own server", async ({ widget, page, context, served }) => {
  const foreign: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(served.url) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  await widget.open();
  await page.getByRole("button", { name: "Load an example" }).click();
  await expect(widget.coverage).toBeVisible();
  expect(foreign).toEqual([]);
});

/** Makes the engine trap, in a real wasm trap, at the texts that contain the word. */
const TRAP = `
  const real = WebAssembly.instantiate;
  const module = new WebAssembly.Module(new Uint8Array(
    [0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]));
  const trap = new WebAssembly.Instance(module).exports.t;
  WebAssembly.instantiate = async (...given) => {
    const result = await real(...given);
    const instance = result.instance ?? result;
    const exports = { ...instance.exports, engine_check: (...values) => {
      const text = new TextDecoder().decode(new Uint8Array(instance.exports.memory.buffer, values[1], values[2]));
      if (text.includes("CRASH")) trap();
      return instance.exports.engine_check(...values);
    } };
    const double = Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
    return result.instance ? { module: result.module, instance: double } : double;
  };`;

for (const [title, crashes] of [
  ["a crash is survived: the check is tried again in a new worker", 1],
  ["a text that always crashes is reported, and the next one is checked", Infinity],
] as const) {
  test(title, async ({ widget, page }) => {
    let workers = 0;
    await page.route(/worker.*\.js$/, async (route) => {
      const response = await route.fetch();
      const body = `${workers++ < crashes ? TRAP : ""}\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await widget.openWith(fixtureRecord());
    await widget.paste(`${WRONG} CRASH`);
    if (crashes === 1) await expect(widget.cards).toHaveCount(1);
    else await expect(widget.failure).toContainText("The text was not checked");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(WRONG);
    await expect(widget.failure).toHaveCount(0);
    await expect(widget.cards).toHaveCount(1);
    expect(workers).toBe(crashes === 1 ? 2 : 3);
  });
}

test("a worker that the browser ends is replaced", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await widget.paste(WRONG);
  await expect(widget.cards).toHaveCount(1);
  await page.workers()[0]!.evaluate(() => close());
  await widget.editor.press("Control+End");
  await page.keyboard.type(` ${WRONG}`);
  await expect(widget.cards).toHaveCount(2);
  expect(page.workers()).toHaveLength(1);
});

test("wasm blocked by the policy: the message names the directive", async ({ widget, page }) => {
  widget.strict = false;
  await page.route(/worker.*\.js$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'none'; script-src 'self'; connect-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await widget.open();
  await expect(widget.failure).toContainText("script-src has to allow 'wasm-unsafe-eval'");
});

test("the engine's file blocked by the policy: the message names the directive", async ({ widget, page }) => {
  widget.strict = false;
  await page.route(/worker.*\.js$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" };
    await route.fulfill({ response, headers });
  });
  await widget.open();
  await expect(widget.failure).toContainText("connect-src has to allow the address of engine.wasm");
});

test("a worker that cannot be loaded is said", async ({ widget, page }) => {
  widget.strict = false;
  await page.route(/worker.*\.js$/, (route) => route.fulfill({ status: 404 }));
  await widget.open();
  await expect(widget.failure).toContainText("worker could not be started");
});

test("a record that is not there", async ({ widget }) => {
  widget.strict = false;
  await widget.openWith("", 404);
  await expect(widget.failure).toContainText("The record cannot be used");
  await expect(widget.failure).toContainText("the server answered 404");
});

test("a failed record can be tried again", async ({ widget, page }) => {
  widget.strict = false;
  await useDouble(page);
  await widget.openWith("", 503);
  await expect(widget.failure).toBeVisible();
  await page.unroute("**/*.pack");
  await widget.failure.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Tram line 9");
});

test("a record with faults names their places", async ({ widget }) => {
  await widget.openWith(fixtureRecord().replace('"date": "2023-01-10"', '"date": "2023-02-30"'));
  await expect(widget.failure).toContainText("The record cannot be used");
  await expect(widget.failure.getByRole("listitem").first()).toContainText(/line \d+, column \d+/);
  await expect(widget.failure).toContainText("statements[2].date: February 2023 has 28 days");
});

test("a record cut short is refused", async ({ widget, page }) => {
  await page.route("**/*.pack", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ body: body.subarray(0, body.length >> 1) });
  });
  await widget.open();
  await expect(widget.failure).toContainText("The record cannot be used");
});

test("a record with markup in its fields is shown as text", async ({ widget, page }) => {
  const hostile = fixtureRecord()
    .replaceAll("City Gazette", "<img src=x onerror=alert(1)>")
    .replace('"Tram line 9"', '"<script>alert(1)</script>"');
  page.on("dialog", () => expect("a dialog").toBe("none"));
  await widget.openWith(hostile);
  await widget.paste(WRONG);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("<script>alert(1)</script>");
  await expect(widget.cards.first()).toContainText("<img src=x onerror=alert(1)>");
  expect(await page.locator("on-record img, on-record script").count()).toBe(0);
});

test("typing in a text of 100,000 characters loses no letter", async ({ widget, page }) => {
  test.slow();
  await widget.openWith(fixtureRecord());
  const filler = "The weather stayed calm over the harbour, and nobody thought much of it.\n".repeat(1400);
  await widget.paste(`${filler}${WRONG}`);
  await expect(widget.cards).toHaveCount(1, { timeout: 20_000 });
  await page.keyboard.press("Control+Home");
  for (const key of "Calm again. ") await page.keyboard.type(key, { delay: 30 });
  // The page has its thread to itself: checks run in the worker.
  expect(page.workers()).toHaveLength(1);
  await expect(widget.editor).toContainText("Calm again. The weather");
  expect(await widget.marked("conflict")).toHaveLength(1);
});
