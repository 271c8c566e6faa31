// Texts that stand elsewhere in the page: a textarea, an input, a contenteditable, also in another shadow tree.
import { type Page } from "@playwright/test";
import { TEXT, expect, test } from "./page.ts";

const CLAIM = "The line has twelve stops";

/** Puts fields into the page, before the element that watches one of them; the page's own element goes. */
async function pageWith(page: Page, build: string): Promise<void> {
  await page.evaluate((build) => {
    document.querySelector("on-record")!.remove();
    const main = document.querySelector("main")!;
    const make = (tag: string, values: object, parent: Node = main) => parent.appendChild(Object.assign(document.createElement(tag), values));
    const watch = (id: string) => make("on-record", { htmlFor: id });
    if (build === "textarea") make("textarea", { id: "story", ariaLabel: "Story", rows: 5, cols: 60 });
    if (build === "input") make("input", { id: "story", ariaLabel: "Story", size: 60 });
    if (build === "password") make("input", { id: "story", type: "password", ariaLabel: "Story" });
    if (build === "editable") make("div", { id: "story", ariaLabel: "Story", role: "textbox", contentEditable: "true" });
    if (build === "shadow") {
      const shadow = make("article", {}).attachShadow({ mode: "open" });
      const inner = shadow.appendChild(document.createElement("section")).attachShadow({ mode: "open" });
      make("div", { id: "story", ariaLabel: "Story", role: "textbox", contentEditable: "true" }, inner);
    }
    watch("story");
  }, build);
}

for (const kind of ["textarea", "input", "editable", "shadow"]) {
  test(`watches ${kind}: marks, cards, a wording with its undo`, async ({ doubled, page }) => {
    await pageWith(page, kind);
    const story = page.getByRole("textbox", { name: "Story" });
    const text = () => story.evaluate((field) => (field as HTMLTextAreaElement).value ?? field.textContent);
    await expect(page.locator("on-record .editor")).toHaveCount(0);
    await story.focus();
    await page.keyboard.insertText(`😀 So: ${CLAIM}, they say.`);
    await expect(doubled.cards).toHaveCount(1);
    expect(await doubled.marked("conflict")).toEqual([CLAIM]);
    await doubled.cards.first().getByTitle("Show in the text").click();
    await expect(story).toBeFocused();
    expect(await doubled.marked("active")).toEqual([CLAIM]);
    await doubled.cards.first().getByRole("button", { name: "Use this wording" }).click();
    expect(await text()).toBe("😀 So: The line has fourteen stops, they say.");
    await expect(doubled.cards).toHaveCount(0);
    await page.keyboard.press("Control+z");
    expect(await text()).toBe(`😀 So: ${CLAIM}, they say.`);
    await expect(doubled.cards).toHaveCount(1);
  });
}

test("marks over a textarea lie on its letters, also when it scrolls", async ({ doubled, page }) => {
  await pageWith(page, "textarea");
  const story = page.getByRole("textbox", { name: "Story" });
  await story.fill(`${"A quiet day.\n".repeat(20)}${CLAIM}`);
  await expect(doubled.cards).toHaveCount(1);
  await doubled.cards.first().getByTitle("Show in the text").click();
  const { mark, field, copied } = await page.evaluate(() => {
    const range = Array.from(CSS.highlights.get("on-record-conflict")!)[0] as Range;
    const field = document.querySelector("textarea")!;
    const copy = document.querySelector("on-record")!.shadowRoot!.querySelector(".field-copy")!;
    const plain = ({ left, right, top, bottom }: DOMRect) => ({ left, right, top, bottom });
    return {
      mark: plain(range.getBoundingClientRect()),
      field: plain(field.getBoundingClientRect()),
      copied: [copy.scrollTop - field.scrollTop, copy.scrollHeight - field.scrollHeight],
    };
  });
  expect(mark.top).toBeGreaterThan(field.top);
  expect(mark.bottom).toBeLessThan(field.bottom);
  expect(Math.abs(copied[0]!)).toBeLessThan(2);
  expect(Math.abs(copied[1]!)).toBeLessThan(4);
});

test("marks over a textarea stay while its text is read and typed into", async ({ doubled, page }) => {
  await pageWith(page, "textarea");
  const story = page.getByRole("textbox", { name: "Story" });
  await story.fill(`Good news. ${CLAIM}.`);
  await expect(doubled.cards).toHaveCount(1);
  await expect.poll(() => doubled.marked("conflict")).toEqual([CLAIM]);
  // At once, before another check could have marked it anew.
  const marked = await story.evaluate((field) => {
    const words = () => Array.from(CSS.highlights.get("on-record-conflict") ?? [], String);
    const element = document.querySelector("on-record") as HTMLElement & { value: string };
    const read = element.value && words();
    (field as HTMLTextAreaElement).setRangeText("So: ", 0, 0, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return [read, element.value && words()];
  });
  expect(marked).toEqual([[CLAIM], [CLAIM]]);
});

test("a click on the words in a textarea selects their card", async ({ doubled, page }) => {
  await pageWith(page, "textarea");
  await page.getByRole("textbox", { name: "Story" }).fill(TEXT);
  await expect(doubled.cards).toHaveCount(3);
  const { x, y } = await page.evaluate(() => {
    const range = Array.from(CSS.highlights.get("on-record-conflict")!)[0] as Range;
    const box = range.getClientRects()[0]!;
    return { x: box.left + 20, y: box.top + box.height / 2 };
  });
  await page.mouse.click(x, y);
  await expect(doubled.cards.nth(1)).toHaveAttribute("data-selected");
});

test("says what it cannot watch, and finds it when it comes", async ({ doubled, page }) => {
  await pageWith(page, "none");
  await expect(doubled.failure).toHaveText("There is no element with the id “story” to watch.");
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("textarea"), { id: "story", ariaLabel: "Story" });
    field.value = "The line has twelve stops";
    document.body.prepend(field);
  });
  await expect(doubled.cards).toHaveCount(1);
  // A framework puts another one in its place.
  await page.evaluate(() => {
    const field = Object.assign(document.createElement("textarea"), { id: "story", ariaLabel: "Story" });
    document.querySelector("textarea")!.replaceWith(field);
  });
  await expect(doubled.cards).toHaveCount(0);
  await page.getByRole("textbox", { name: "Story" }).fill(CLAIM);
  await expect(doubled.cards).toHaveCount(1);
});

test("a password is not watched", async ({ doubled, page }) => {
  await pageWith(page, "password");
  await expect(doubled.failure).toContainText("is no textarea, text input or contenteditable");
});

test("leaves nothing behind in the watched tree when it goes", async ({ doubled, page }) => {
  await pageWith(page, "editable");
  await page.getByRole("textbox", { name: "Story" }).fill(CLAIM);
  await expect(doubled.cards).toHaveCount(1);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  const before = await page.locator("#story").evaluate((story) => story.outerHTML);
  expect(before).not.toContain("mark");
  await page.locator("on-record").evaluate((element) => element.remove());
  await expect.poll(() => doubled.marked("conflict")).toEqual([]);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("the text is a value of the form that the element stands in", async ({ doubled, page }) => {
  await page.evaluate(() => {
    const form = document.body.appendChild(document.createElement("form"));
    const element = document.querySelector("on-record")!;
    element.setAttribute("name", "story");
    form.append(element);
  });
  await doubled.paste(CLAIM);
  const sent = () => page.evaluate(() => new FormData(document.forms[0]).get("story"));
  await expect.poll(sent).toBe(CLAIM);
  await page.evaluate(() => document.forms[0]!.reset());
  await expect.poll(sent).toBe("");
});

test("headings, lists and tables of a contenteditable are lines of their own", async ({ doubled, page }) => {
  await pageWith(page, "editable");
  await page.getByRole("textbox", { name: "Story" }).evaluate((story) => {
    const make = (tag: string, ...inside: (Node | string)[]) => {
      const made = document.createElement(tag);
      made.append(...inside);
      return made;
    };
    story.append(
      make("h2", "Quiet day"), make("p", "Good news."), make("h3", "Stops"), make("ul", make("li", "The line has twelve stops"), make("li", "So it is")),
      "After it", make("table", make("tr", make("td", "a"), make("td", "b"))),
    );
  });
  await expect(doubled.cards).toHaveCount(1);
  expect(await page.locator("on-record").evaluate((element) => (element as HTMLElement & { value: string }).value)).toBe(
    "Quiet day\nGood news.\nStops\nThe line has twelve stops\nSo it is\nAfter it\na\nb",
  );
  expect(await doubled.marked("conflict")).toEqual(["The line has twelve stops"]);
});
