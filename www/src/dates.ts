// Dates as the record writes them: YYYY, YYYY-MM or YYYY-MM-DD, without time and zone.

import type { PartialDate } from "./types.ts";

const DAY_MS = 86_400_000;

/** Today where the reader is. */
export function todayIso(now = new Date()): string {
  const part = (number: number, length: number) => String(number).padStart(length, "0");
  return `${part(now.getFullYear(), 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`;
}

function parts(date: PartialDate): number[] {
  return /^\d{4}(-\d\d){0,2}$/.test(date) ? date.split("-").map(Number) : [];
}

function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** First and last day, counted from 1970-01-01; null where it is no date. */
export function dayInterval(date: PartialDate): [number, number] | null {
  const [year, month, day] = parts(date);
  if (year === undefined) return null;
  const first = utc(year, month ?? 1, day ?? 1);
  const last =
    day !== undefined ? first : month !== undefined ? utc(year, month + 1, 0) : utc(year, 12, 31);
  return [first.getTime() / DAY_MS, last.getTime() / DAY_MS];
}

/** "10 January 2023", "January 2023" or "2023", in the reader's language. */
export function formatDate(date: PartialDate, language: string, month: "long" | "short" = "long"): string {
  const [year, monthNumber, day] = parts(date);
  if (year === undefined) return date;
  const parted = day !== undefined ? "day" : monthNumber !== undefined ? "month" : "year";
  return formatter(language, parted, month).format(utc(year, monthNumber ?? 1, day ?? 1));
}

/** Making one takes longer than all that it formats for a report. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, finest: "day" | "month" | "year", month: "long" | "short"): Intl.DateTimeFormat {
  const key = `${language} ${finest} ${month}`;
  let made = formatters.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
    if (finest !== "year") options.month = month;
    if (finest === "day") options.day = "numeric";
    made = new Intl.DateTimeFormat(language, options);
    formatters.set(key, made);
  }
  return made;
}

/** A full date that an `<input type="date">` can show. */
export function isFullDate(date: string | null | undefined): date is string {
  return /^\d{4}-\d\d-\d\d$/.test(date ?? "");
}

/** The day of a number of days since 1970-01-01, as YYYY-MM-DD. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
