// A finding's timeline: the text's day on a line, agreeing evidence above it, contradicting below.

import { type SVGTemplateResult, type TemplateResult, html, svg } from "lit";
import { dayInterval, formatDate } from "../dates.ts";
import type { Messages } from "../messages.ts";
import type { Claim, PartialDate, Relation } from "../types.ts";

const WIDTH = 320;
const HEIGHT = 76;
const LINE = 34;
const MARGIN = 12;
const LEVEL: Record<Relation, number> = { agrees: LINE - 15, context: LINE, contradicts: LINE + 15 };

interface Entry {
  from: number;
  to: number;
  relation: Relation;
  date: PartialDate;
}

/** Draws the timeline; nothing where only one day is known. */
export function timeline(claim: Claim, textDate: PartialDate, messages: Messages): TemplateResult | null {
  const day = dayInterval(textDate);
  const entries = claim.evidence.flatMap(({ date, relation }): Entry[] => {
    const days = dayInterval(date);
    return days && relation !== "context" ? [{ from: days[0], to: days[1], relation, date }] : [];
  });
  if (!day || entries.length === 0) return null;
  const first = Math.min(day[0], ...entries.map(({ from }) => from));
  const last = Math.max(day[1], ...entries.map(({ to }) => to));
  if (first === last) return null;
  const x = (at: number) => MARGIN + ((at - first) / (last - first)) * (WIDTH - 2 * MARGIN);
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label(entries, textDate, messages)}>
    <line class="axis" x1="0" y1=${LINE} x2=${WIDTH} y2=${LINE}></line>
    ${overtaken(claim, entries, x)} ${entries.map((entry) => shape(entry, x))} ${textMark(x(day[0]), x(day[1]), textDate, messages)}
    ${scale(entries, day, textDate, x, messages)}
  </svg>`;
}

function shape({ from, to, relation }: Entry, x: (day: number) => number): SVGTemplateResult {
  const [left, right, y] = [x(from), x(to), LEVEL[relation]];
  const middle = (left + right) / 2;
  return svg`<g class=${relation}>
    ${right - left > 8 ? svg`<line class="span" x1=${left} y1=${y} x2=${right} y2=${y}></line>` : null}
    <line class="stem" x1=${middle} y1=${LINE} x2=${middle} y2=${y}></line>
    ${
      relation === "contradicts"
        ? svg`<rect x=${middle - 4.5} y=${y - 4.5} width="9" height="9"></rect>`
        : svg`<circle cx=${middle} cy=${y} r="5"></circle>`
    }
  </g>`;
}

/** What once held, and what overtook it: an arrow from the last agreeing evidence to the first that came against it. */
function overtaken(claim: Claim, entries: Entry[], x: (day: number) => number): SVGTemplateResult | null {
  const after = entries.find(({ relation, date }) => relation === "contradicts" && date === claim.since);
  const before = entries.filter(({ relation, from }) => relation === "agrees" && after && from < after.from).at(-1);
  if (claim.verdict !== "outdated" || !after || !before) return null;
  const [left, right] = [x((before.from + before.to) / 2) + 7, x((after.from + after.to) / 2)];
  if (right - left < 16) return null;
  return svg`<path class="overtaken" d=${`M${left} ${LEVEL.agrees}C${right} ${LEVEL.agrees} ${right} ${LEVEL.agrees} ${right} ${LINE - 3}m-4 -6l4 6 4 -6`}></path>`;
}

function textMark(left: number, right: number, date: PartialDate, messages: Messages): SVGTemplateResult {
  const middle = (left + right) / 2;
  return svg`<g class="text">
    ${right - left > 8 ? svg`<line class="span" x1=${left} y1=${LINE} x2=${right} y2=${LINE}></line>` : null}
    <path d=${`M${middle} ${LINE - 7}l7 7-7 7-7-7z`}></path>
    <text x=${middle} y="9" text-anchor=${anchor(middle)}>${messages.text("timelineText")}, ${formatDate(date, messages.language, "short")}</text>
  </g>`;
}

/** First and last day under the line, unless that is the text's own, which has its label above. */
function scale(
  entries: Entry[],
  day: [number, number],
  textDate: PartialDate,
  x: (day: number) => number,
  messages: Messages,
): SVGTemplateResult[] {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  const ends = sorted.length > 1 ? [sorted[0]!, sorted.at(-1)!] : [sorted[0]!];
  const apart = ends.length === 1 || x(ends[1]!.from) - x(ends[0]!.from) > 150;
  return (apart ? ends : [ends.at(-1)!])
    .filter(({ from, date }) => from !== day[0] || date !== textDate)
    .map((entry) => {
      const middle = (x(entry.from) + x(entry.to)) / 2;
      return svg`<text x=${middle} y=${HEIGHT - 4} text-anchor=${anchor(middle)}>${formatDate(entry.date, messages.language, "short")}</text>`;
    });
}

function anchor(x: number): "start" | "middle" | "end" {
  return x < 70 ? "start" : x > WIDTH - 70 ? "end" : "middle";
}

function label(entries: Entry[], textDate: PartialDate, messages: Messages): string {
  const { language } = messages;
  const marks = [
    messages.text("timelineClaim", { date: formatDate(textDate, language) }),
    ...entries.map(({ relation, date }) =>
      messages.text("timelineEvidence", { relation: messages.text(relation), date: formatDate(date, language) }),
    ),
  ];
  return messages.text("timeline", { marks: marks.join(" ") });
}
