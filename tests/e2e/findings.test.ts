// What a reader does with findings: drag the day, apply, undo, ignore, confirm, cancel. On the worker's double.
import { TEXT, expect, test } from "./page.ts";

test("the as-of slider makes findings come and go", async ({ doubled, page }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  await expect(doubled.slider).toHaveAttribute("aria-valuetext", "15 January 2024");
  await doubled.slider.focus();
  await page.keyboard.press("Home");
  await expect(doubled.slider).toHaveAttribute("aria-valuetext", "1 January 2020");
  await expect(doubled.cards).toHaveCount(0);
  await doubled.slider.fill(String(Date.UTC(2022, 11, 31) / 86_400_000));
  await expect(doubled.cards).toHaveCount(2);
  await expect(doubled.asOf).toHaveValue("2022-12-31");
  await page.keyboard.press("End");
  await expect(doubled.cards).toHaveCount(3);
  // The end of the record is today.
  await expect(doubled.asOf).toHaveValue(new Date().toISOString().slice(0, 10));
});

test("the slider shows where the record is dense, and when a finding began to hold", async ({ doubled, page }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste(TEXT);
  await expect(page.locator(".slider .turn")).toHaveCount(1);
  await expect(page.locator(".slider .written")).toHaveCount(1);
  const bars = (name: string) => page.locator(`.slider .${name}`).evaluate((path) => path.getAttribute("d")!.split("M").length - 1);
  expect(await bars("known")).toBe(3);
  expect(await bars("later")).toBe(1);
});

test("the day at the head of a text is proposed, and taken only on a click", async ({ doubled, page }) => {
  await doubled.paste("2022-06-02 — The line has twelve stops");
  const proposal = page.getByRole("button", { name: "The text is dated 2 June 2022. Use this day" });
  await expect(proposal).toBeVisible();
  await expect(page.getByLabel("Written on")).toHaveValue("");
  await proposal.click();
  await expect(page.getByLabel("Written on")).toHaveValue("2022-06-02");
  await expect(proposal).toHaveCount(0);
});

test("a wording is applied on request, and one step takes it back", async ({ doubled, page }) => {
  const before = "So: The line has twelve stops, they say.";
  await doubled.paste(before);
  await doubled.cards.first().getByRole("button", { name: "Use this wording" }).click();
  await expect(doubled.editor).toHaveText("So: The line has fourteen stops, they say.");
  await expect(doubled.cards).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(doubled.editor).toHaveText(before);
  await expect(doubled.cards).toHaveCount(1);
});

test("a text that cannot be changed offers no wording", async ({ doubled, page }) => {
  await page.locator("on-record").evaluate((element) => {
    Object.assign(element, { value: "The line has twelve stops", readonly: true });
  });
  await expect(doubled.cards).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Use this wording" })).toHaveCount(0);
  await expect(doubled.editor).toHaveAttribute("contenteditable", "false");
});

test("an ignored finding goes, stays away, and comes back when there is new evidence", async ({ doubled, page }) => {
  await doubled.dates("2022-06-02", "2022-12-31");
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(2);
  await doubled.cards.nth(1).getByRole("button", { name: "Ignore", exact: true }).click();
  await expect(doubled.cards).toHaveCount(1);
  expect(await doubled.marked("disputed")).toEqual([]);
  await expect(page.getByText("1 ignored finding")).toBeVisible();
  await doubled.editor.press("Control+End");
  await page.keyboard.type(" More.");
  await expect(doubled.cards).toHaveCount(1);
  await page.getByText("1 ignored finding").click();
  await page.getByRole("button", { name: "Show again" }).click();
  await expect(doubled.cards).toHaveCount(2);
});

test("a rule is ignored in this text", async ({ doubled }) => {
  await doubled.paste(TEXT);
  await doubled.cards.first().getByRole("button", { name: "Ignore “what was to come” in this text" }).click();
  await expect(doubled.cards).toHaveCount(0);
});

test("supported claims are shown when asked for", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  expect(await doubled.marked("supported")).toEqual([]);
  await doubled.menu();
  await page.getByLabel("Show supported claims too").check();
  await expect(doubled.cards).toHaveCount(4);
  expect(await doubled.marked("supported")).toEqual(["Mora is transport commissioner"]);
});

test("a long check shows that it runs, and is cancelled at once", async ({ doubled, page }) => {
  await doubled.paste("SLOW The line has twelve stops");
  await expect(page.getByText("Checking the text …")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The check was cancelled.")).toBeVisible({ timeout: 1000 });
  await doubled.editor.focus();
  await page.keyboard.press("Control+a");
  await doubled.paste("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
  await expect(page.getByText("The check was cancelled.")).toHaveCount(0);
});

test("typing goes on while a slow check runs, and the last text is what is shown", async ({ doubled, page }) => {
  await doubled.paste("SLOW ");
  await page.keyboard.type("The line has twelve stops", { delay: 5 });
  await page.keyboard.press("Control+a");
  await doubled.paste("The line has twelve stops. The tram costs 90 million crowns");
  await expect(doubled.cards).toHaveCount(2);
});

test("what is composed is checked without disturbing it", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops. ");
  await expect(doubled.cards).toHaveCount(1);
  const client = await page.context().newCDPSession(page);
  for (const text of ["k", "か", "かん", "漢"]) {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(60);
  }
  await client.send("Input.insertText", { text: "漢字" });
  await expect(doubled.editor).toHaveText("The line has twelve stops. 漢字");
  expect(await doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
});

test("a paragraph from right to left keeps its marks in place", async ({ doubled, page }) => {
  await doubled.paste("اجتمع المجلس يوم الخميس.\nThe line has twelve stops.\nوقال آخرون غير ذلك.");
  await expect.poll(() => doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
  expect(await doubled.editor.evaluate((editor) => getComputedStyle(editor).direction)).toBe("rtl");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("forced colours and reduced motion keep verdicts apart by their signs", async ({ doubled, page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  await expect(page.locator(".sign")).toHaveText(["↷", "≠", "?"]);
  const lines = await page.evaluate(() =>
    ["conflict", "outdated", "disputed"].map(
      (kind) => getComputedStyle(document.querySelector("on-record")!.shadowRoot!.querySelector(".editor")!, `::highlight(on-record-${kind})`).textDecorationStyle,
    ),
  );
  expect(new Set(lines).size).toBe(3);
});

test("on paper there are the text and the findings, and no controls", async ({ doubled, page }) => {
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  await page.emulateMedia({ media: "print" });
  await expect(doubled.editor).toBeVisible();
  await expect(doubled.cards.nth(2)).toBeVisible();
  await expect(page.locator(".menu")).toBeHidden();
  await expect(doubled.slider).toBeHidden();
  await expect(page.getByRole("button", { name: "Ignore", exact: true }).first()).toBeHidden();
  expect(await doubled.editor.evaluate((editor) => getComputedStyle(editor).maxHeight)).toBe("none");
});

test("without the Highlight API boxes lie under the words", async ({ page, widget }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "Highlight");
  });
  await widget.useDouble();
  await widget.open();
  await widget.paste(TEXT);
  await expect(widget.cards).toHaveCount(3);
  const [box, words] = await page.evaluate(() => {
    const root = document.querySelector("on-record")!.shadowRoot!;
    const node = root.querySelector(".editor")!.firstChild as Text;
    const range = document.createRange();
    const start = node.data.indexOf("The line has twelve stops");
    range.setStart(node, start);
    range.setEnd(node, start + "The line has twelve stops".length);
    const plain = ({ left, top, width }: DOMRect) => [left, top, width].map(Math.round);
    return [plain(root.querySelector(".overlay .conflict")!.getBoundingClientRect()), plain(range.getClientRects()[0]!)];
  });
  expect(box).toEqual(words);
});

test("until the first check has ended nothing is said of claims", async ({ doubled, page }) => {
  await doubled.paste("SLOW The line has twelve stops");
  await expect(page.getByRole("progressbar", { name: "Checking the text" })).toBeVisible();
  await expect(doubled.coverage).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("The check was cancelled.")).toBeVisible();
  await expect(page.getByText("Checking the text")).toHaveCount(0);
});

test("the timeline shows what the record says was replaced, and on which day an undated text is checked", async ({ doubled, page }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste("line 9 would open in September 2023");
  await expect(page.getByRole("img", { name: "10 January 2023 replaces 1 May 2022." })).toBeVisible();
  await expect(page.locator(".timeline .overtaken:not(.likely)")).toHaveCount(1);
  await expect(page.locator(".timeline .text")).toHaveText("text, 2 Jun 2022");
  await expect(page.getByText("Without a day the text counts as written")).toHaveCount(0);
  await page.getByLabel("Written on").fill("");
  await expect(page.getByText("Without a day the text counts as written on the day of the check.")).toBeVisible();
  await expect(page.locator(".timeline .text")).toHaveText("Checked as of 15 Jan 2024");
});

test("a step to a finding shows the beginning of its card, and its words in the text", async ({ doubled, page }) => {
  const inSight = () =>
    page.evaluate(() => {
      const root = document.querySelector("on-record")!.shadowRoot!;
      const card = root.activeElement!.getBoundingClientRect();
      const [mark] = Array.from(CSS.highlights.get("on-record-active")!) as Range[];
      const words = mark!.getBoundingClientRect();
      const pane = root.querySelector(".editor")!.getBoundingClientRect();
      return [card.top >= 0 && card.top < innerHeight / 2, words.top >= pane.top && words.bottom <= pane.bottom];
    });
  await doubled.paste(`${"A quiet day.\n".repeat(80)}The line has twelve stops.`);
  await expect(doubled.cards).toHaveCount(1);
  await doubled.editor.evaluate((editor) => (editor.scrollTop = 0));
  await page.keyboard.press("F8");
  expect(await inSight()).toEqual([true, true]);
  await page.setViewportSize({ width: 320, height: 400 });
  await page.keyboard.press("F8");
  await expect.poll(async () => (await inSight())[0]).toBe(true);
});

test("a press beside the menu closes it", async ({ doubled, page }) => {
  await doubled.menu();
  await expect(page.getByText("Open a text or a record")).toBeVisible();
  await page.getByText("Show supported claims too").click();
  await expect(page.getByText("Open a text or a record")).toBeVisible();
  await page.mouse.click(5, 300);
  await expect(page.getByText("Open a text or a record")).toBeHidden();
});

test("in forced colours no ground lies over the lines of the marks", async ({ doubled, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await doubled.paste(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  const [ground, mark] = await doubled.editor.evaluate((editor) => [
    getComputedStyle(editor).backgroundColor,
    getComputedStyle(editor, "::highlight(on-record-conflict)").backgroundColor,
  ]);
  expect(mark).toBe(ground);
});

test("a card shows what decides and the surest of what agrees, and folds the rest", async ({ doubled, page }) => {
  await doubled.dates("2022-06-02", "2024-01-15");
  await doubled.paste("The depot opens on time");
  const card = doubled.cards.first();
  await expect(card.locator(".statement").filter({ visible: true })).toHaveText([
    "The depot will open on time.",
    "The depot will open late.",
  ]);
  await page.getByText("2 related statements").click();
  await expect(card.locator(".statement").filter({ visible: true })).toHaveCount(4);
});

test("with every finding put aside nothing says that nothing was flagged, and the focus is seen", async ({ doubled, page }) => {
  await doubled.paste("The line has twelve stops");
  await expect(doubled.cards).toHaveCount(1);
  await page.keyboard.press("F8");
  await page.keyboard.press("i");
  await expect(page.getByText("1 ignored finding")).toBeVisible();
  await expect(page.getByText("Nothing flagged.")).toHaveCount(0);
  const results = page.getByRole("region", { name: "Findings" });
  await expect(results).toBeFocused();
  expect(await results.evaluate((pane) => getComputedStyle(pane).outlineStyle)).toBe("solid");
});
