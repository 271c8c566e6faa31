// The page's own work, on the worker's double.
import axe from "axe-core";
import { TEXT, expect, test } from "./page.ts";

test("shows the record, its size and its days", async ({ doubled, page }) => {
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Tram line 9");
  await expect(page.locator(".record p")).toHaveText("74 statements · 1 January 2020 to 31 December 2024");
  await expect(doubled.editor).toBeVisible();
});

test("a pasted text gives findings with evidence and marks", async ({ doubled }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  const outdated = doubled.cards.first();
  await expect(outdated).toHaveAccessibleName("Outdated: line 9 would open in September 2023");
  await expect(outdated.getByRole("heading")).toContainText("Outdated");
  await expect(outdated.getByRole("heading")).toContainText("has not held since 10 January 2023");
  await expect(outdated.locator("q")).toHaveText("line 9 would open in September 2023");
  await expect(outdated.locator("q mark")).toHaveText("September 2023");
  await expect(outdated.locator(".contradicts .statement mark")).toHaveText("2025");
  await expect(outdated.locator(".contradicts time")).toHaveText("10 January 2023");
  await expect(outdated.locator(".contradicts .speaker")).toHaveText("Ines Mora");
  const link = outdated.locator(".contradicts a");
  await expect(link).toHaveAttribute("href", "https://example.org/2");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  expect(await doubled.marked("outdated")).toEqual(["line 9 would open in September 2023"]);
  expect(await doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
  expect(await doubled.marked("disputed")).toEqual(["The tram costs 90 million crowns"]);
});

test("says what was checked and what was not", async ({ doubled }) => {
  await doubled.paste(TEXT);
  await expect(doubled.coverage).toHaveText(
    "5 claims: 3 flagged, 1 supported, 1 that this record says nothing about. The record ends on 31 December 2024.",
  );
});

test("a text later than the record says so", async ({ doubled }) => {
  await doubled.dates("2025-03-01", "2025-03-01");
  await doubled.paste(TEXT);
  await expect(doubled.coverage).toContainText("The text is later than that");
});

test("typing changes the findings, and marks move along", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
  await page.keyboard.press("Home");
  await page.keyboard.type("So: ");
  await expect.poll(() => doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await expect(doubled.cards).toHaveCount(0);
  await expect.poll(() => doubled.marked("conflict")).toEqual([]);
});

test("emoji and line breaks before a finding do not shift it", async ({ doubled, page }) => {
  await doubled.editor.focus();
  await page.keyboard.insertText("👩‍👩‍👧 😀");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("🚋 The line has twelve stops. 😀");
  await expect.poll(() => doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
  expect(await page.locator("on-record").evaluate((element) => (element as HTMLElement & { value: string }).value)).toBe(
    "👩‍👩‍👧 😀\n\n🚋 The line has twelve stops. 😀",
  );
});

test("marks leave undo alone", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("x");
  await expect(doubled.cards).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(doubled.editor).toHaveText("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
});

test("an earlier as-of date takes later evidence away", async ({ doubled }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste("line 9 would open in September 2023");
  await expect(doubled.cards).toHaveCount(1);
  await doubled.asOf.fill("2022-12-31");
  await expect(doubled.cards).toHaveCount(0);
  await expect(doubled.coverage).toContainText("1 claim: 0 flagged, 1 supported");
  await expect(doubled.coverage).toContainText("What it holds from after 31 December 2022 is left out.");
});

test("from the card to the text and back", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await doubled.cards.nth(1).getByTitle("Show in the text").click();
  expect(await doubled.marked("active")).toEqual(["The line has twelve stops"]);
  await expect(doubled.editor).toBeFocused();
  const box = await page.evaluate(() => {
    const range = Array.from(CSS.highlights.get("on-record-disputed")!)[0] as Range;
    const { x, y, height } = range.getBoundingClientRect();
    return { x: x + 5, y: y + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  expect(await doubled.marked("active")).toEqual(["The tram costs 90 million crowns"]);
  await expect(doubled.cards.nth(2)).toHaveAttribute("data-selected");
});

test("an empty text asks for one", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.getByText("Findings appear here while you write.")).toBeVisible();
  expect(await doubled.marked("conflict")).toEqual([]);
});

test("the live region says once what changed", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops");
  const status = page.getByRole("status");
  await expect(status).toHaveText("");
  await expect(status).toContainText("1 claim: 1 flagged");
});

test("everything is reached by keyboard, in the order in which it is read", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
  const focused = () =>
    page.evaluate(() => {
      const inside = document.querySelector("on-record")!.shadowRoot!.activeElement as HTMLElement | null;
      return inside?.getAttribute("aria-label") ?? (inside?.textContent!.trim().replace(/\s+/g, " ") || inside?.tagName);
    });
  const seen = new Set<string | undefined>();
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("Tab");
    seen.add(await focused());
  }
  expect([...seen].slice(0, 9)).toEqual([
    "INPUT", "Checked as of, along the record's days", "The line has twelve stops", "City Gazette: Tram late", "1 related statement",
    "Use this wording", "Ignore", "Ignore “what was to come” in this text", "Confirm",
  ]);
});

test("findings by keyboard alone: next, previous, show, apply, ignore, back, help", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  const selected = () => page.locator("article[data-selected] q").first().textContent();
  await page.keyboard.press("F8");
  expect(await selected()).toBe("line 9 would open in September 2023");
  await expect(doubled.cards.first()).toBeFocused();
  await page.keyboard.press("Shift+F8");
  expect(await selected()).toBe("The tram costs 90 million crowns");
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("a");
  await expect(doubled.editor).toContainText("The line has fourteen stops");
  await expect(doubled.cards).toHaveCount(2);
  await page.keyboard.press("F8");
  await page.keyboard.press("i");
  await expect(doubled.cards).toHaveCount(1);
  await expect(doubled.cards.first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByText("next finding")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("next finding")).toBeHidden();
  await page.keyboard.press("F8");
  await page.keyboard.press("Escape");
  await expect(doubled.editor).toBeFocused();
  await page.keyboard.type("ai?");
  await expect(doubled.editor).toContainText("crownsai?");
});

test("two elements share one worker", async ({ doubled, page }) => {
  await page.evaluate(() => document.body.append(document.createElement("on-record")));
  await expect(page.getByRole("heading", { name: "Tram line 9" })).toHaveCount(2);
  expect(page.workers()).toHaveLength(1);
  expect(doubled.strict).toBe(true);
});

test("a record given right after the element was put on the page is the one that is loaded", async ({ doubled, page }) => {
  const asked = page.waitForRequest("**/late.record.json");
  await page.route("**/late.record.json", (route) => route.fulfill({ body: "{}" }));
  await page.evaluate(() => {
    const element = document.createElement("on-record");
    document.body.append(element);
    element.setAttribute("record", "late.record.json");
  });
  await asked;
  expect(doubled.strict).toBe(true);
});

test("an element moved or removed while it checks does no harm", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await page.evaluate(() => document.querySelector("main")!.append(document.querySelector("on-record")!));
  await expect(doubled.cards).toHaveCount(3);
  await page.evaluate(() => {
    const element = document.querySelector("on-record")!;
    element.value = "The line has twelve stops";
    element.remove();
  });
  await expect.poll(() => page.workers().length).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test(`is accessible and fits: ${colorScheme}, ${width} px`, async ({ doubled, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await doubled.paste(TEXT);
      await expect(doubled.cards).toHaveCount(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document),
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    });
  }
}
