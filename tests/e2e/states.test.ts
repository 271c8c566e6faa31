// Every state of the page by axe, in both schemes and on a phone; and nothing is wider than the window.
import axe from "axe-core";
import type { Page } from "@playwright/test";
import { TEXT, type Widget, expect, fixtureRecord, test } from "./page.ts";

async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run(document));
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

const STATES: Record<string, (widget: Widget, page: Page) => Promise<unknown>> = {
  "at first": () => Promise.resolve(),
  "findings, one selected": async (widget, page) => {
    await widget.paste(TEXT);
    await expect(widget.cards).toHaveCount(3);
    await page.keyboard.press("F8");
  },
  "findings with supported ones, one ignored, one confirmed": async (widget, page) => {
    await widget.paste(`2022-06-02 — ${TEXT}`);
    await widget.menu();
    await page.getByLabel("Show supported claims too").check();
    await page.keyboard.press("Escape");
    await widget.cards.nth(0).getByRole("button", { name: "Confirm" }).click();
    await widget.cards.nth(1).getByRole("button", { name: "Ignore", exact: true }).click();
    await page.getByText("1 ignored finding").click();
  },
  "the menu, with something to take along": async (widget, page) => {
    await widget.paste(TEXT);
    await widget.cards.nth(0).getByRole("button", { name: "Confirm" }).click();
    await widget.menu();
    await expect(page.getByLabel("Publisher")).toBeVisible();
  },
  "a notice": async (widget, page) => {
    await page.locator("on-record").evaluate((element) => (element as HTMLElement & { open(files: File[]): void }).open([new File(["x"], "picture.png")]));
    await expect(widget.failure).toBeVisible();
  },
  "a slow check": async (widget, page) => {
    await widget.paste("SLOW");
    await expect(page.getByRole("progressbar")).toBeVisible();
  },
  "nothing found": async (widget) => {
    await widget.paste("Passengers like the tram.");
    await expect(widget.coverage).toBeVisible();
  },
  "another language": async (widget, page) => {
    await page.locator("on-record").evaluate((element) => element.setAttribute("lang", "uk"));
    await page.keyboard.press("Tab");
    await page.locator(".editor").focus();
    await page.keyboard.insertText(TEXT);
    await expect(widget.cards.first()).toContainText("Застаріло");
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 320]] as const) {
    test(`${name}: ${colorScheme}, ${width} px`, async ({ doubled, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 720 });
      await reach(doubled, page);
      await accessible(page);
    });
  }
}

test("a record that cannot be used", async ({ widget, page }) => {
  widget.strict = false;
  await widget.openWith(fixtureRecord().replace('"date"', '"dat"'));
  await expect(widget.failure).toBeVisible();
  await accessible(page);
});

test("twice as large", async ({ doubled, page }) => {
  // 200 % of 1280 px is half of them.
  await page.setViewportSize({ width: 640, height: 400 });
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  await accessible(page);
});
