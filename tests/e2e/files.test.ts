// Files that are dropped or opened, what stays in the browser, and what is taken along. On the real engine.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { expect, fixtureRecord, test } from "./page.ts";

const WRONG = "Tram line 9 has twelve stops.";
const DOCX = zipSync({
  "word/document.xml": strToU8(
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
     <w:p><w:r><w:t>Good news.</w:t></w:r></w:p>
     <w:p><w:r><w:t xml:space="preserve">Tram line 9 has </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del><w:ins><w:r><w:t>twelve</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> stops.</w:t></w:r></w:p>
     </w:body></w:document>`,
  ),
});

interface Dropped {
  name: string;
  content: string | Uint8Array;
}

/** Drops files on the editor, as a reader would. */
async function drop(page: Page, ...files: Dropped[]): Promise<void> {
  const plain = files.map(({ name, content }) => ({ name, bytes: Array.from(typeof content === "string" ? Buffer.from(content) : content) }));
  await page.locator(".editor").evaluate((editor, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ["dragover", "drop"]) {
      editor.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
    }
  }, plain);
}

for (const [name, content] of [
  ["story.txt", `Good news.\r\n\r\n${WRONG}`],
  ["story.md", `\ufeff${WRONG}`],
  ["story.html", `<head><title>no</title></head><nav>no</nav><article><h1>Good news</h1><p>Tram line&nbsp;9 <b>has</b>\n twelve stops.<script>alert(1)</script></p></article>`],
  ["story.docx", DOCX],
] as const) {
  test(`opens ${name}`, async ({ widget, page }) => {
    await widget.openWith(fixtureRecord());
    await drop(page, { name, content });
    await expect(widget.cards).toHaveCount(1);
    const text = await page.locator("on-record").evaluate((element) => (element as HTMLElement & { value: string }).value);
    expect(text.replace("\u00a0", " ")).toContain(WRONG);
    expect(text).not.toMatch(/alert|nine|no\b/);
    await widget.editor.focus();
    await page.keyboard.press("Control+z");
    await expect(widget.editor).toHaveText("");
  });
}

for (const [title, file, said] of [
  ["a picture that is called a text", { name: "picture.txt", content: new Uint8Array([137, 80, 78, 71, 0, 1, 2]) }, "picture.txt is not a text."],
  ["a file of another sort", { name: "picture.png", content: "x" }, "picture.png cannot be read here"],
  ["a broken Word document", { name: "story.docx", content: DOCX.subarray(0, DOCX.length - 30) }, "story.docx is damaged"],
  ["a Word document that is none", { name: "story.docx", content: zipSync({ "a.txt": strToU8("x") }) }, "story.docx is damaged"],
  ["an empty file", { name: "story.txt", content: " \n" }, "story.txt has no text in it."],
] as const) {
  test(`${title} is refused in words, and the text stays`, async ({ widget, page }) => {
    await widget.openWith(fixtureRecord());
    await widget.paste(WRONG);
    await drop(page, file);
    await expect(widget.failure).toContainText(said);
    await expect(widget.failure).toContainText("What was here stays.");
    await expect(widget.editor).toHaveText(WRONG);
    await expect(widget.cards).toHaveCount(1);
    await page.getByRole("button", { name: "Close" }).click();
    await expect(widget.failure).toHaveCount(0);
  });
}

test("a drop of 50 MB is refused at once", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await page.locator(".editor").evaluate((editor) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(50_000_000)], "large.txt"));
    editor.dispatchEvent(new DragEvent("drop", { bubbles: true, composed: true, cancelable: true, dataTransfer }));
  });
  await expect(widget.failure).toContainText("large.txt is too large: at most 20.0 MB can be read.");
});

test("a file too long for an undo offers what it took the place of", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await widget.paste(WRONG);
  await drop(page, { name: "long.txt", content: "A quiet day.\n".repeat(9000) });
  await expect(page.locator(".notice.done")).toContainText("long.txt took the place of your text.");
  await page.getByRole("button", { name: "Bring my text back" }).click();
  await expect(widget.editor).toHaveText(WRONG);
  await expect(widget.cards).toHaveCount(1);
  await expect(widget.failure).toHaveCount(0);
});

test("a record of one's own is used, stays over a reload, and can be removed", async ({ widget, page }) => {
  await widget.open();
  await drop(page, { name: "line9.record.json", content: fixtureRecord() });
  const title = page.getByRole("heading", { level: 2 });
  await expect(title).toHaveText("Tram line 9");
  await widget.paste(WRONG);
  await expect(widget.cards).toHaveCount(1);
  await page.reload();
  await expect(title).toHaveText("Tram line 9");
  await widget.menu();
  await page.getByRole("button", { name: "Remove line9.record.json from this browser" }).click();
  await expect(title).not.toHaveText("Tram line 9");
  await page.reload();
  await expect(title).toContainText("war");
  await widget.menu();
  await expect(page.getByText("line9.record.json")).toHaveCount(0);
});

test("faults of a record are listed with their places, and the rest is used only after a yes", async ({ widget, page }) => {
  await widget.open();
  const title = page.getByRole("heading", { level: 2 });
  await expect(title).toContainText("war");
  await drop(page, { name: "mine.record.json", content: fixtureRecord().replace('"date": "2023-01-10"', '"date": "2023-02-30"') });
  await expect(widget.failure).toContainText("mine.record.json has 1 fault");
  await expect(widget.failure.getByRole("listitem")).toContainText(/mine\.record\.json, line \d+, column \d+.*February 2023 has 28 days/s);
  await expect(title).toContainText("war");
  await page.getByRole("button", { name: "Use it without 1 statement" }).click();
  await expect(title).toHaveText("Tram line 9");
  await expect(page.locator(".record p")).toContainText("2 statements");
});

test("a table with the wrong columns, and a record that is none, leave the record that there is", async ({ widget, page }) => {
  await widget.open();
  await expect(page.getByRole("heading", { level: 2 })).toContainText("war");
  for (const file of [{ name: "a.csv", content: "colour,size\nred,3\n" }, { name: "b.json", content: "{" }, { name: "c.pack", content: "pack" }]) {
    await drop(page, file);
    await expect(widget.failure).toContainText(file.name);
    await expect(page.getByRole("heading", { level: 2 })).toContainText("war");
  }
  await expect(widget.failure).toContainText("c.pack is damaged or not what its name says.");
});

test("the text stays in the browser when that is asked for, and goes when it is not", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await widget.paste(WRONG);
  await expect(widget.cards).toHaveCount(1);
  await widget.reload();
  await expect(widget.editor).toHaveText("");
  await widget.paste(WRONG);
  await widget.menu();
  await page.getByLabel("Keep the text in this browser").check();
  await page.keyboard.press("Escape");
  await widget.cards.first().getByRole("button", { name: "Ignore", exact: true }).click();
  await page.waitForTimeout(600);
  await widget.reload();
  await expect(widget.editor).toHaveText(WRONG);
  await expect(page.getByText("1 ignored finding")).toBeVisible();
  await widget.menu();
  await page.getByLabel("Keep the text in this browser").uncheck();
  await page.waitForTimeout(100);
  await widget.reload();
  await expect(page.getByText("Findings appear here")).toBeVisible();
  await expect(widget.editor).toHaveText("");
});

test("a browser that keeps nothing still works, and says so", async ({ widget, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The user denied permission.", "SecurityError");
    };
  });
  await widget.open();
  await drop(page, { name: "line9.record.json", content: fixtureRecord() });
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Tram line 9");
  await expect(widget.failure).toContainText("does not let this page keep anything (The user denied permission.)");
  await widget.menu();
  await expect(page.getByLabel("Keep the text in this browser")).toHaveCount(0);
});

test("a full storage is said, and the record is used all the same", async ({ widget, page }) => {
  await widget.open();
  await expect(page.getByRole("heading", { level: 2 })).toContainText("war");
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await drop(page, { name: "line9.record.json", content: fixtureRecord() });
  await expect(widget.failure).toContainText("The quota has been exceeded.");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("Tram line 9");
});

for (const [button, name, holds] of [
  ["Report (HTML)", "on-record.html", ['class="conflict"', "fourteen", "default-src 'none'"]],
  ["Table (CSV)", "on-record.csv", ["start,end,verdict", "conflict"]],
  ["Report (JSON)", "on-record.json", ['"verdict": "conflict"', '"format": 1']],
  ["Web Annotations", "on-record.annotations.jsonld", ["TextQuoteSelector", '"motivation": "assessing"']],
] as const) {
  test(`takes along: ${button}`, async ({ widget, page }) => {
    await widget.openWith(fixtureRecord());
    await widget.paste(`😀 ${WRONG}`);
    await expect(widget.cards).toHaveCount(1);
    await widget.menu();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
    expect(download.suggestedFilename()).toBe(name);
    const content = readFileSync(await download.path(), "utf8");
    for (const words of holds) expect(content).toContain(words);
  });
}

test("takes along as Markdown, by the clipboard", async ({ widget, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await widget.openWith(fixtureRecord());
  await widget.paste(WRONG);
  await expect(widget.cards).toHaveCount(1);
  await widget.menu();
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  await expect(page.locator(".notice.done")).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("## Conflicts with the record");
});

test("ClaimReview only of what a person has confirmed", async ({ widget, page }) => {
  await widget.openWith(fixtureRecord());
  await widget.paste(WRONG);
  await widget.menu();
  await expect(page.getByText("Confirm a finding to take it along as ClaimReview.")).toBeVisible();
  await page.keyboard.press("Escape");
  await widget.cards.first().getByRole("button", { name: "Confirm" }).click();
  await widget.menu();
  await page.getByLabel("Publisher").fill("City Gazette");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "ClaimReview of 1 confirmed finding" }).click(),
  ]);
  const { "@graph": graph } = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(graph).toHaveLength(1);
  expect(graph[0]).toMatchObject({ "@type": "ClaimReview", author: { name: "City Gazette" }, reviewRating: { alternateName: "Conflicts with the record" } });
  expect(WRONG).toContain(graph[0].claimReviewed);
});

test("the progress of a record is told in bytes, and can be cancelled", async ({ widget, page }) => {
  widget.strict = false;
  await page.route("**/*.pack", () => undefined);
  await widget.open();
  await expect(page.getByRole("progressbar", { name: "Loading the record" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(widget.failure).toContainText("Loading the record was cancelled.", { timeout: 1000 });
});
