// What was checked and what was not, in one line: silence must not look like approval.

import { dayInterval, formatDate, isFullDate } from "../dates.ts";
import type { Messages } from "../messages.ts";
import type { Report } from "../types.ts";

/** "9 claims: 2 flagged, 3 supported, 4 that this record says nothing about. The record ends on …" */
export function coverage(report: Report, messages: Messages): string {
  const { summary } = report;
  const sentences =
    summary.claims === 0
      ? [messages.text("noClaims")]
      : [
          messages.text("coverage", {
            claims: messages.count("claims", summary.claims),
            flagged: messages.count("flagged", summary.conflict + summary.outdated + summary.disputed),
            supported: messages.count("supported", summary.supported),
            unmatched: messages.count("unmatched", summary.unmatched),
          }),
        ];
  const last = report.record.covers?.to;
  if (last) {
    const key = isFullDate(last) ? "recordEnds" : "recordEndsIn";
    sentences.push(messages.text(key, { date: formatDate(last, messages.language) }));
    const [known] = dayInterval(report.as_of) ?? [Infinity];
    if (known < (dayInterval(last)?.[1] ?? 0)) {
      sentences.push(messages.text("leftOut", { date: formatDate(report.as_of, messages.language) }));
    }
    const written = report.document_date ? dayInterval(report.document_date) : null;
    const end = dayInterval(last);
    if (written && end && written[0] > end[1]) sentences.push(messages.text("afterRecord"));
  }
  return sentences.join(" ");
}
