// The text of an editable element, and where a stretch of it stands in the document.

interface Segment {
  node: Node;
  start: number;
  end: number;
}

const BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|D[DLT]|DIV|FIGCAPTION|FIGURE|FOOTER|H[1-6R]|HEADER|LI|MAIN|[OU]L|P|PRE|SECTION|TABLE|T[DHR])$/;

/** What a reader sees as the text of an element: its text nodes, with line breaks for `<br>` and blocks. */
export class EditorText {
  readonly text: string;
  readonly #segments: Segment[] = [];

  constructor(root: HTMLElement) {
    const pieces: string[] = [];
    let length = 0;
    const add = (node: Node, piece: string) => {
      this.#segments.push({ node, start: length, end: length + piece.length });
      pieces.push(piece);
      length += piece.length;
    };
    /** The block whose beginning or end stands before what comes next. */
    let edge: Node | null = null;
    const breakLine = () => {
      if (edge && length > 0 && !pieces.at(-1)!.endsWith("\n")) add(edge, "\n");
      edge = null;
    };
    const visit = (parent: Node) => {
      for (let node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) {
          if ((node as Text).data) breakLine();
          add(node, (node as Text).data);
        } else if (node.nodeName === "BR") {
          breakLine();
          // The last break only keeps an empty line open for the caret.
          if (node !== root.lastChild) add(node, "\n");
        } else {
          const block = BLOCK.test(node.nodeName);
          if (block) edge = node;
          visit(node);
          if (block) edge = node;
        }
      }
    };
    visit(root);
    this.text = pieces.join("");
  }

  /** A live range over code units `start` to `end`: it moves along while somebody types. */
  range(start: number, end: number): Range | null {
    const from = this.#find(start);
    const to = this.#find(Math.max(start, end - 1));
    if (!from || !to || end <= start) return null;
    const range = document.createRange();
    place(from, start, (node, at) => range.setStart(node, at));
    place(to, end, (node, at) => range.setEnd(node, at));
    return range;
  }

  #find(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#segments[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#segments[low];
  }
}

function place(segment: Segment, offset: number, set: (node: Node, at: number) => void): void {
  const { node, start } = segment;
  if (node.nodeType === Node.TEXT_NODE) return set(node, offset - start);
  const parent = node.parentNode!;
  const index = Array.prototype.indexOf.call(parent.childNodes, node) as number;
  set(parent, index + (offset > start ? 1 : 0));
}
