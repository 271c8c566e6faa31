import { expect, test } from "@playwright/test";
import { decode, kindOf } from "../../www/src/files/read.ts";
import { withoutFaults } from "../../www/src/files/mend.ts";
import { readRecords } from "../../www/src/record.ts";

const fault = (field: string, line = 1) => ({ file: "r.json", line, column: 1, field, problem: "p", remedy: "r" });
const bytes = (...list: number[]) => new Uint8Array(list);

test("the sort of a file follows from its name", () => {
  const kind = (name: string, type = "") => kindOf(new File([], name, { type }));
  expect(["a.txt", "a.MD", "a.html", "a.docx", "a"].map((name) => kind(name))).toEqual(Array(5).fill("text"));
  expect(["a.json", "a.record.json", "a.jsonl", "a.csv", "a.pack"].map((name) => kind(name))).toEqual(Array(5).fill("record"));
  expect(["a.png", "a.doc", "a.pdf"].map((name) => kind(name))).toEqual([null, null, null]);
});

test("texts in UTF-8, UTF-16 and the old western encoding are read", () => {
  expect(decode(new TextEncoder().encode("Žižkov"), "a")).toBe("Žižkov");
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0), "a")).toBe("aé");
  expect(decode(bytes(0x61, 0xe9), "a")).toBe("aé");
});

test("what is no text is refused", () => {
  expect(() => decode(bytes(0x89, 0x50, 0, 1), "a.txt")).toThrow(/fileNotText/);
  expect(() => decode(bytes(0x89, 0x50, 7), "a.txt")).toThrow(/fileNotText/);
});

test("statements at fault are left out, and nothing else", async () => {
  const source = JSON.stringify({ format: 1, statements: [{ id: "a" }, { id: "b" }, { id: "c" }] });
  const mended = await withoutFaults("r.json", new Blob([source]), [fault("statements[1].date"), fault("statements[1].text")]);
  expect(mended!.without).toBe(1);
  expect(JSON.parse(await mended!.bytes.text()).statements).toEqual([{ id: "a" }, { id: "c" }]);
  expect(await withoutFaults("r.json", new Blob([source]), [fault("sources[0].url")])).toBeNull();
  expect(await withoutFaults("r.json", new Blob(["{"]), [fault("")])).toBeNull();
});

test("lines at fault are left out of a record of lines", async () => {
  const mended = await withoutFaults("r.jsonl", new Blob(["1\n2\n3\n"]), [fault("date", 2)]);
  expect(await mended!.bytes.text()).toBe("1\n3\n");
});

test("rows at fault are left out of a table, also rows of several lines; a header at fault leaves nothing", async () => {
  const table = 'date,text,source\n2022-01-01,"two\nlines, ""quoted""",G\n2022-13-01,bad,G\n2022-01-02,good,G\n';
  const mended = await withoutFaults("r.csv", new Blob([table]), [fault("date", 4)]);
  expect(mended!.without).toBe(1);
  expect(await mended!.bytes.text()).toBe(table.replace("2022-13-01,bad,G\n", ""));
  const first = await withoutFaults("r.csv", new Blob([table]), [fault("text", 3), fault("date", 2)]);
  expect(await first!.bytes.text()).toBe("date,text,source\n2022-13-01,bad,G\n2022-01-02,good,G\n");
  expect(await withoutFaults("r.csv", new Blob([table]), [fault("", 1)])).toBeNull();
});

test("a download is told in bytes, over all records", async () => {
  const chunks = (size: string | null, ...parts: number[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(new Uint8Array(part));
          controller.close();
        },
      }),
      { headers: size ? { "content-length": size } : {} },
    );
  const seen: unknown[] = [];
  const [first] = await readRecords([chunks("30", 10, 20)], undefined, (progress) => seen.push(progress));
  expect(first!.bytes.size).toBe(30);
  expect(seen).toEqual([{ loaded: 10, total: 30 }, { loaded: 30, total: 30 }]);
  seen.length = 0;
  await readRecords([chunks("5", 5), chunks(null, 7)], undefined, (progress) => seen.push(progress));
  expect(seen.at(-1)).toEqual({ loaded: 12, total: null });
});
