// The text of a Word document. fflate unpacks it; the rest is one XML file.

import { unzipSync } from "fflate";
import { parseInert } from "../trusted.ts";
import { FileError } from "./read.ts";

const BODY = "word/document.xml";
/** Unpacked; a document of a thousand pages is a tenth of it. */
const LARGEST_XML = 100_000_000;

/** Paragraphs in order; deleted words of tracked changes are left out. */
export function docxText(bytes: Uint8Array, name: string): string {
  const xml = parseInert(new TextDecoder().decode(unpack(bytes, name)), "application/xml");
  if (xml.querySelector("parsererror")) throw new FileError("fileBroken", name);
  const paragraphs = Array.from(xml.getElementsByTagName("w:p"), (paragraph) => {
    const pieces: string[] = [];
    for (const node of paragraph.getElementsByTagName("*")) {
      // A text box is a paragraph in a paragraph, and comes by itself.
      if (paragraphOf(node) !== paragraph) continue;
      if (node.nodeName === "w:t") pieces.push(node.textContent ?? "");
      else if (node.nodeName === "w:tab") pieces.push("\t");
      else if (node.nodeName === "w:br" || node.nodeName === "w:cr") pieces.push("\n");
    }
    return pieces.join("");
  });
  return paragraphs.join("\n\n").replace(/\n{3,}/g, "\n\n");
}

function paragraphOf(node: Element): Element | null {
  let at = node.parentElement;
  while (at && at.nodeName !== "w:p") at = at.parentElement;
  return at;
}

function unpack(bytes: Uint8Array, name: string): Uint8Array {
  let body: Uint8Array | undefined;
  let large = false;
  try {
    const filter = (file: { name: string; originalSize: number }) => {
      if (file.name !== BODY) return false;
      large = file.originalSize > LARGEST_XML;
      return !large;
    };
    body = unzipSync(bytes, { filter })[BODY];
  } catch {
    throw new FileError("fileBroken", name);
  }
  if (large) throw new FileError("fileTooLarge", name);
  if (!body) throw new FileError("fileBroken", name);
  return body;
}
