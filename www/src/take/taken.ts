import { formatDate } from "../dates.ts";
import type { FlaggedClaim } from "../findings.ts";
import type { Messages } from "../messages.ts";
import type { Evidence, Report } from "../types.ts";

/** What is taken along: what the reader has before their eyes. */
export interface Taken {
  text: string;
  report: Report;
  /** The findings, without those put aside. */
  findings: FlaggedClaim[];
  /** The line that says what was checked and what was not. */
  coverage: string;
  messages: Messages;
}

/** "Written on 2 June 2022, checked as of 15 January 2024 against “Line 9”." */
export function heading({ report, messages }: Taken): string {
  const day = (date: string) => formatDate(date, messages.language);
  const values = { date: day(report.document_date ?? ""), asOf: day(report.as_of), record: report.record.title };
  return messages.text(report.document_date ? "takenHeading" : "takenHeadingUndated", values);
}

/** "10 January 2023, Ines Mora, City Gazette: Tram late" */
export function place({ date, speaker, source }: Evidence, messages: Messages): string {
  const title = source.title ? `${source.publisher}: ${source.title}` : source.publisher;
  return [formatDate(date, messages.language), speaker, title].filter(Boolean).join(", ");
}

/** Evidence that speaks for or against. */
export function spoken(claim: FlaggedClaim): Evidence[] {
  return claim.evidence.filter(({ relation }) => relation !== "context");
}
