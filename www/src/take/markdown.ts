import { type Taken, heading, place, spoken } from "./taken.ts";

/** The findings as Markdown, for a message or a ticket. */
export function markdown(taken: Taken): string {
  const { findings, messages, coverage } = taken;
  const parts = findings.map((claim) => {
    const why = claim.explanation ? [escape(claim.explanation), ""] : [];
    const evidence = spoken(claim).map((item) => {
      const words = `${messages.text(item.relation)}: ${escape(item.text)}`;
      const { url } = item.source;
      const from = escape(place(item, messages));
      return `- ${words} (${url ? `[${from}](${url.replace(/[()\s<>]/g, percent)})` : from})`;
    });
    return [`## ${messages.text(claim.verdict)}`, "", `> ${escape(claim.text)}`, "", ...why, ...evidence].join("\n");
  });
  return [`${escape(heading(taken))} ${escape(coverage)}`, ...parts].join("\n\n") + "\n";
}

/** What would end an address in Markdown. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** Words of a text or a record are never Markdown or markup. */
function escape(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}
