// What a reader asks to take along, done.

import { todayIso } from "../dates.ts";
import type { MessageKey } from "../messages.ts";
import type { TakeForm } from "../view/menu.ts";
import { save } from "./save.ts";
import type { FlaggedClaim } from "../findings.ts";
import type { Taken } from "./taken.ts";

export interface Wish {
  form: TakeForm;
  taken: Taken;
  confirmed: FlaggedClaim[];
  publisher: string;
}

/** Gives the message to show, if any. */
export async function take({ form, taken, confirmed, publisher }: Wish): Promise<MessageKey | null> {
  if (form === "print") {
    print();
    return null;
  }
  const { annotations, claimReviews, csv, htmlReport, markdown } = await import("./index.ts");
  const today = todayIso();
  const { report, messages } = taken;
  switch (form) {
    case "markdown": {
      const text = markdown(taken);
      try {
        await navigator.clipboard.writeText(text);
        return "copied";
      } catch {
        save("on-record.md", "text/markdown", text);
        return "notCopied";
      }
    }
    case "html":
      save("on-record.html", "text/html", htmlReport(taken));
      break;
    case "csv":
      save("on-record.csv", "text/csv", csv(taken));
      break;
    case "json":
      save("on-record.json", "application/json", `${JSON.stringify(report, null, 2)}\n`);
      break;
    case "annotations":
      save("on-record.annotations.jsonld", "application/ld+json", annotations(taken));
      break;
    case "claimReview":
      save("on-record.claim-review.jsonld", "application/ld+json", claimReviews({ confirmed, report, publisher, today, messages }));
  }
  return null;
}
