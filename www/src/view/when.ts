// The two days of a check: when the text was written, and as of which day it is checked; that one also as a slider
// over the record's days, with the record's density under it.

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from "lit";
import { dayInterval, formatDate, isFullDate, isoDay, todayIso } from "../dates.ts";
import type { Messages } from "../messages.ts";
import type { DayCount, PartialDate, RecordInfo } from "../types.ts";

export interface WhenOptions {
  messages: Messages;
  date: PartialDate | null;
  /** Null: today. */
  asOf: PartialDate | null;
  proposed: PartialDate | null;
  days: readonly DayCount[];
  /** First and last day that the record covers. */
  covers: RecordInfo["covers"];
  /** Days on which what is flagged stopped being so. */
  turns: PartialDate[];
  readonly: boolean;
  setDate(date: PartialDate | null): void;
  setAsOf(date: PartialDate | null): void;
}

const WIDTH = 320;
const HEIGHT = 28;
const BINS = 80;

export function when(options: WhenOptions): TemplateResult {
  const { messages, date, asOf, proposed, readonly, setDate, setAsOf } = options;
  return html`<div class="when" part="dates">
    <label>${messages.text("documentDate")}${field(date, readonly, setDate)}</label>
    <label>${messages.text("asOf")}${field(asOf ?? todayIso(), readonly, setAsOf)}</label>
    ${
      proposed && proposed !== date && !readonly
        ? html`<button class="proposed" type="button" @click=${() => setDate(proposed)}>
            ${messages.text("useProposed", { date: formatDate(proposed, messages.language) })}
          </button>`
        : nothing
    }
    ${date || proposed || readonly ? nothing : html`<p class="undated">${messages.text("undated")}</p>`}
    ${slider(options)}
  </div>`;
}

function field(value: PartialDate | null, disabled: boolean, set: (date: PartialDate | null) => void): TemplateResult {
  return html`<input
    type="date"
    .value=${isFullDate(value) ? value : ""}
    ?disabled=${disabled}
    @change=${(event: Event) => set((event.target as HTMLInputElement).value || null)}
  />`;
}

function slider({ messages, date, asOf, days, covers, turns, readonly, setAsOf }: WhenOptions): TemplateResult | typeof nothing {
  const first = covers ? (dayInterval(covers.from)?.[0] ?? 0) : 0;
  const last = covers ? (dayInterval(covers.to)?.[1] ?? 0) : 0;
  if (first >= last || days.length === 0) return nothing;
  const day = (iso: PartialDate) => dayInterval(iso)?.[1] ?? last;
  const at = Math.min(last, Math.max(first, day(asOf ?? todayIso())));
  const x = (of: number) => ((of - first) / (last - first)) * WIDTH;
  const moved = (event: Event) => {
    const to = Number((event.target as HTMLInputElement).value);
    // The end of the record is today: nothing is known after it.
    setAsOf(to >= last && todayIso() >= isoDay(last) ? null : isoDay(to));
  };
  const inside = (of: number) => of >= first && of <= last;
  const ticks = [...new Set(turns.map(day))].filter(inside);
  const written = date ? day(date) : null;
  return html`<div class="slider">
    <input
      type="range"
      min=${first}
      max=${last}
      .value=${String(at)}
      ?disabled=${readonly}
      aria-label=${messages.text("asOfSlider")}
      aria-valuetext=${formatDate(isoDay(at), messages.language)}
      @input=${moved}
    />
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${density(days, first, last, at)}
      ${ticks.map((of) => svg`<path class="turn" d=${`M${x(of)} 0v${HEIGHT}`}></path>`)}
      ${written !== null && inside(written) ? svg`<path class="written" d=${`M${x(written)} 0v${HEIGHT}`}></path>` : nothing}
    </svg>
    <p class="ends" aria-hidden="true">
      <span>${formatDate(isoDay(first).slice(0, 7), messages.language, "short")}</span>
      <span>${formatDate(isoDay(last).slice(0, 7), messages.language, "short")}</span>
    </p>
  </div>`;
}

/** Bars, those after the day of the check paler. The root of the count: one busy day does not flatten the rest. */
function density(days: readonly DayCount[], first: number, last: number, at: number): SVGTemplateResult {
  const { counts, tallest } = bins(days, first, last);
  const width = WIDTH / BINS;
  const paths = ["", ""];
  for (const [bin, count] of counts.entries()) {
    if (count === 0) continue;
    const height = Math.max(2, (Math.sqrt(count) / tallest) * (HEIGHT - 4));
    const after = first + ((bin + 0.5) / BINS) * (last - first) > at ? 1 : 0;
    paths[after] += `M${(bin * width + 0.5).toFixed(1)} ${HEIGHT}v-${height.toFixed(1)}h${(width - 1).toFixed(1)}v${height.toFixed(1)}z`;
  }
  return svg`<path class="known" d=${paths[0]!}></path><path class="later" d=${paths[1]!}></path>`;
}

/** A record's days do not change while its slider is dragged. */
const cache = new WeakMap<readonly DayCount[], { counts: number[]; tallest: number }>();

function bins(days: readonly DayCount[], first: number, last: number): { counts: number[]; tallest: number } {
  const known = cache.get(days);
  if (known) return known;
  const counts = new Array<number>(BINS).fill(0);
  for (const [day, statements] of days) {
    const at = dayInterval(day)![0];
    const bin = Math.floor(((at - first) / (last - first)) * BINS);
    // A record may reach back before what it says to cover.
    counts[Math.max(0, Math.min(BINS - 1, bin))]! += statements;
  }
  const made = { counts, tallest: Math.sqrt(Math.max(...counts)) };
  cache.set(days, made);
  return made;
}
