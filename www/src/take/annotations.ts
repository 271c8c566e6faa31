import { type Taken, spoken } from "./taken.ts";

/** How much of the text around a claim goes along, so that it is found again when the text has moved. */
const AROUND = 32;

/** The findings after the W3C's Web Annotation data model. */
export function annotations({ text, report, findings }: Taken): string {
  const items = findings.map((claim) => ({
    type: "Annotation",
    id: `urn:on-record:${report.record.hash}:${claim.start}-${claim.end}`,
    motivation: "assessing",
    body: [
      { type: "TextualBody", purpose: "classifying", value: claim.verdict },
      ...(claim.explanation ? [{ type: "TextualBody", purpose: "commenting", format: "text/plain", language: "en", value: claim.explanation }] : []),
      ...spoken(claim).flatMap(({ source }) =>
        source.url ? [{ type: "SpecificResource", purpose: "linking", source: source.url }] : [],
      ),
    ],
    target: {
      selector: [
        {
          type: "TextQuoteSelector",
          exact: text.slice(claim.start, claim.end),
          prefix: whole(text.slice(Math.max(0, claim.start - AROUND), claim.start)),
          suffix: whole(text.slice(claim.end, claim.end + AROUND)),
        },
        // The model counts code points, and reports count UTF-16.
        { type: "TextPositionSelector", start: points(text, claim.start), end: points(text, claim.end) },
      ],
    },
  }));
  const collection = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function points(text: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
  return count;
}

/** Without the half of a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
