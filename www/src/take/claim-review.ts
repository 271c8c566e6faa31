import type { FlaggedClaim } from "../findings.ts";
import type { Messages } from "../messages.ts";
import type { Report } from "../types.ts";
import { spoken } from "./taken.ts";

export interface Review {
  /** Findings that a person has confirmed; a machine's guess is no review. */
  confirmed: FlaggedClaim[];
  report: Report;
  /** Who publishes the review. */
  publisher: string;
  /** The day of the review. */
  today: string;
  messages: Messages;
}

/** ClaimReview JSON-LD after schema.org, a review for each confirmed finding. */
export function claimReviews({ confirmed, report, publisher, today, messages }: Review): string {
  const graph = confirmed.map((claim) => ({
    "@type": "ClaimReview",
    datePublished: today,
    author: { "@type": "Organization", name: publisher },
    claimReviewed: claim.text,
    itemReviewed: { "@type": "Claim", ...(report.document_date && { datePublished: report.document_date }) },
    reviewBody: claim.explanation ?? undefined,
    reviewRating: { "@type": "Rating", alternateName: messages.text(claim.verdict) },
    citation: [...new Set(spoken(claim).flatMap(({ source }) => (source.url ? [source.url] : [])))],
  }));
  // In a page it stands in a script element, which "</script" in somebody's words would end.
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": graph }, null, 2).replaceAll("<", "\\u003c")}\n`;
}
