// The text of an HTML file, without running or loading anything of it.

import { parseInert } from "../trusted.ts";

const SKIPPED = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "NAV", "SVG", "IFRAME", "OBJECT", "SELECT", "BUTTON"]);
const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "ASIDE", "BLOCKQUOTE", "DD", "DIV", "DL", "DT", "FIGCAPTION", "FIGURE", "FOOTER", "H1", "H2", "H3",
  "H4", "H5", "H6", "HEADER", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "TABLE", "TR", "UL",
]);

/** What a reader of the page would read: the article where it has one, a paragraph a block. */
export function htmlText(source: string): string {
  const page = parseInert(source, "text/html");
  const articles = page.querySelectorAll("article");
  const root = articles.length === 1 ? articles[0]! : page.querySelector("main") ?? page.body;
  const pieces: string[] = [];
  if (root) visit(root, pieces);
  return pieces
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n");
}

function visit(parent: Element, pieces: string[]): void {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      // A line break of the source is only a space there.
      pieces.push(node.nodeValue!.replace(/\s+/g, " "));
    } else if (node instanceof Element && !SKIPPED.has(node.nodeName.toUpperCase())) {
      const block = BLOCKS.has(node.nodeName);
      if (node.nodeName === "BR") pieces.push("\n");
      if (block) pieces.push("\n\n");
      visit(node, pieces);
      if (block) pieces.push("\n\n");
      else if (node.nodeName === "TD" || node.nodeName === "TH") pieces.push(" ");
    }
  }
}
