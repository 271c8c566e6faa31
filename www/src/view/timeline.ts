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
  statement: string;
  supersedes: string[];
  from: number;
  to: number;
  relation: Relation;
  date: PartialDate;
}

export interface TextDay {
  date: PartialDate;
  /** Whether the text was written on it; else it is checked on it. */
  dated: boolean;
}

/** Draws the timeline; nothing where only one day is known. */
export function timeline(claim: Claim, text: TextDay, messages: Messages): TemplateResult | null {
  const day = dayInterval(text.date);
  const entries = claim.evidence.flatMap(({ statement, supersedes = [], date, relation }): Entry[] => {
    const days = dayInterval(date);
    return days && relation !== "context" ? [{ statement, supersedes, from: days[0], to: days[1], relation, date }] : [];
  });
  if (!day || entries.length === 0) return null;
  const first = Math.min(day[0], ...entries.map(({ from }) => from));
  const last = Math.max(day[1], ...entries.map(({ to }) => to));
  if (first === last) return null;
  const x = (at: number) => MARGIN + ((at - first) / (last - first)) * (WIDTH - 2 * MARGIN);
  const replaced = steps(claim, entries);
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label(entries, replaced, text, messages)}>
    <line class="axis" x1="0" y1=${LINE} x2=${WIDTH} y2=${LINE}></line>
    ${replaced.map((step) => arrow(step, x))} ${entries.map((entry) => shape(entry, x))} ${textMark(x(day[0]), x(day[1]), text, messages)}
    ${scale(entries, claim.since, day, text.date, x, messages)}
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

interface Step {
  older: Entry;
  newer: Entry;
  /** The record says so; else only the order of days does. */
  declared: boolean;
}

/** What superseded what, each step once and none over another; where the record does not say, what came last against what had held. */
function steps(claim: Claim, entries: Entry[]): Step[] {
  const known = new Map(entries.map((entry) => [entry.statement, entry]));
  const all = entries.flatMap((newer) =>
    newer.supersedes.flatMap((id): Step[] => (known.has(id) ? [{ older: known.get(id)!, newer, declared: true }] : [])),
  );
  const over = ({ older, newer }: Step) =>
    entries.some((via) => newer.supersedes.includes(via.statement) && via.supersedes.includes(older.statement));
  const declared = all.filter((step) => !over(step));
  if (declared.length > 0 || claim.verdict !== "outdated") return declared;
  const newer = entries.find(({ relation, date }) => relation === "contradicts" && date === claim.since);
  const older = entries.filter(({ relation, from }) => relation === "agrees" && newer && from < newer.from).at(-1);
  return newer && older ? [{ older, newer, declared: false }] : [];
}

/** An arrow from the one to the other. */
function arrow({ older, newer, declared }: Step, x: (day: number) => number): SVGTemplateResult | null {
  const [left, right] = [x((older.from + older.to) / 2) + 7, x((newer.from + newer.to) / 2)];
  if (right - left < 16) return null;
  const [from, to] = [LEVEL[older.relation], LEVEL[newer.relation]];
  const path =
    from === to
      ? `M${left} ${from}H${right - 7}m-5 -3.5l5 3.5-5 3.5`
      : `M${left} ${from}C${right} ${from} ${right} ${from} ${right} ${LINE + (from < to ? -3 : 3)}m-4 ${from < to ? "-6l4 6 4 -6" : "6l4 -6 4 6"}`;
  return svg`<path class="overtaken ${declared ? "" : "likely"}" d=${path}></path>`;
}

function textMark(left: number, right: number, { date, dated }: TextDay, messages: Messages): SVGTemplateResult {
  const middle = (left + right) / 2;
  return svg`<g class="text">
    ${right - left > 8 ? svg`<line class="span" x1=${left} y1=${LINE} x2=${right} y2=${LINE}></line>` : null}
    <path d=${`M${middle} ${LINE - 7}l7 7-7 7-7-7z`}></path>
    <text x=${middle} y="9" text-anchor=${anchor(middle)}>${messages.text(dated ? "timelineText" : "asOf")}${dated ? "," : ""} ${formatDate(date, messages.language, "short")}</text>
  </g>`;
}

/** The day that decided under the line, and an end that is far from it; but not the text's own, which has its label above. */
function scale(
  entries: Entry[],
  since: PartialDate | null,
  day: [number, number],
  textDate: PartialDate,
  x: (day: number) => number,
  messages: Messages,
): SVGTemplateResult[] {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const against = sorted.filter(({ relation }) => relation === "contradicts");
  const deciding = against.find(({ date }) => date === since) ?? against.at(-1) ?? last;
  const far = [first, last].filter(({ from }) => Math.abs(x(from) - x(deciding.from)) > 150).slice(0, 1);
  return [deciding, ...far]
    .filter(({ from, date }) => from !== day[0] || date !== textDate)
    .map((entry) => {
      const middle = (x(entry.from) + x(entry.to)) / 2;
      return svg`<text x=${middle} y=${HEIGHT - 4} text-anchor=${anchor(middle)}>${formatDate(entry.date, messages.language, "short")}</text>`;
    });
}

function anchor(x: number): "start" | "middle" | "end" {
  return x < 70 ? "start" : x > WIDTH - 70 ? "end" : "middle";
}

function label(entries: Entry[], replaced: Step[], text: TextDay, messages: Messages): string {
  const { language } = messages;
  const marks = [
    text.dated
      ? messages.text("timelineClaim", { date: formatDate(text.date, language) })
      : `${messages.text("asOf")}: ${formatDate(text.date, language)}.`,
    ...entries.map(({ relation, date }) =>
      messages.text("timelineEvidence", { relation: messages.text(relation), date: formatDate(date, language) }),
    ),
    ...replaced
      .filter(({ declared }) => declared)
      .map(({ older, newer }) =>
        messages.text("timelineReplaced", { date: formatDate(newer.date, language), older: formatDate(older.date, language) }),
      ),
  ];
  return messages.text("timeline", { marks: marks.join(" ") });
}
