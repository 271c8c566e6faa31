// What a reader asks to take along, done.

import { todayIso } from "../dates.ts";
import type { Desk } from "../desk.ts";
import type { MessageKey, Messages } from "../messages.ts";
import type { TakeForm } from "../view/menu.ts";
import { coverage } from "../view/summary.ts";
import { save } from "./save.ts";

export interface Wish {
  form: TakeForm;
  desk: Desk;
  messages: Messages;
  /** Who publishes a review. */
  publisher: string;
}

/** Gives the message to show, if any. */
export async function take({ form, desk, messages, publisher }: Wish): Promise<MessageKey | null> {
  const { report, text } = desk;
  if (!report) return null;
  if (form === "print") {
    print();
    return null;
  }
  const { annotations, claimReviews, csv, htmlReport, markdown } = await import("./index.ts");
  const taken = { text, report, messages, findings: desk.claims(), coverage: coverage(report, messages) };
  const review = () => claimReviews({ confirmed: desk.claims(true), report, publisher, today: todayIso(), messages });
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
      save("on-record.claim-review.jsonld", "application/ld+json", review());
  }
  return null;
}
