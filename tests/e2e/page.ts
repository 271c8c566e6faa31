// What the tests of the page have in common.
import { readFileSync } from "node:fs";
import { type Page, test as base, expect } from "@playwright/test";
import { serve } from "../../scripts/lib/serve.mjs";

const file = (path: string) => new URL(`../../${path}`, import.meta.url).pathname;

/** A text on which the double of the worker has something of every verdict. */
export const TEXT =
  "😀 The council met on Thursday. Ines Mora said that line 9 would open in September 2023, and the crowd cheered. " +
  "The line has twelve stops, and Mora is transport commissioner.\n\n" +
  "The tram costs 90 million crowns, she said. Passengers like the tram.";

export interface Served {
  url: string;
}

export const test = base.extend<{ complaints: string[]; widget: Widget; doubled: Widget }, { served: Served }>({
  served: [
    async ({}, use) => {
      const server = await serve(file("build/page"));
      await use(server);
      await server.close();
    },
    { scope: "worker" },
  ],
  /** Errors on the console, uncaught errors and violations of the policy. */
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await use(complaints);
  },
  /** The page on the real engine. */
  widget: async ({ page, served, complaints }, use) => {
    const widget = new Widget(page, served.url);
    await use(widget);
    if (widget.strict) expect(complaints).toEqual([]);
  },
  /** The page on the double: for what is the page's own work. */
  doubled: async ({ page, widget }, use) => {
    await useDouble(page);
    await widget.open();
    await use(widget);
  },
});

export { expect };

export async function useDouble(page: Page): Promise<void> {
  const body = readFileSync(file("tests/e2e/double-worker.js"), "utf8");
  await page.route(/worker.*\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body }));
}

/** The page as its user sees it. */
export class Widget {
  /** Whether a complaint fails the test: off where the test provokes one. */
  strict = true;
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  get editor() {
    return this.page.getByRole("textbox", { name: "Text to check" });
  }
  get cards() {
    return this.page.locator("article.card");
  }
  get coverage() {
    return this.page.locator(".coverage");
  }
  get failure() {
    return this.page.getByRole("alert");
  }

  useDouble(): Promise<void> {
    return useDouble(this.page);
  }

  /** Opens the menu. */
  async menu(): Promise<void> {
    await this.page.locator(".menu summary").click();
  }

  async open(): Promise<void> {
    await this.page.goto(this.url);
  }

  /** Opens the page with the record of the tests instead of the bundled one. */
  async openWith(record: string | Buffer, status = 200): Promise<void> {
    await this.page.route("**/*.pack", (route) => route.fulfill({ status, body: record }));
    await this.open();
  }

  /** Loads the page again, with the record that it was opened with. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.page.locator(".record p")).not.toHaveText("");
  }

  async paste(text: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.insertText(text);
  }

  /** Sets the days of the check; their fields are there as soon as there is a text. */
  async dates(written: string, asOf: string): Promise<void> {
    await this.page.locator("on-record").evaluate(
      (element, days) => Object.assign(element, days),
      { date: written, asOf },
    );
  }

  /** The field or the slider of the as-of date. */
  get asOf() {
    return this.page.getByLabel("Checked as of", { exact: true });
  }
  get slider() {
    return this.page.getByRole("slider");
  }

  /** The words under the marks of one kind. */
  marked(kind: string): Promise<string[]> {
    return this.page.evaluate(
      (name) => Array.from(CSS.highlights.get(name) ?? [], (range) => (range as Range).toString()),
      `on-record-${kind}`,
    );
  }
}

export function fixtureRecord(): string {
  return readFileSync(file("tests/e2e/fixture.record.json"), "utf8");
}
