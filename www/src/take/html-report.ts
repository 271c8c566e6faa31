import type { FlaggedClaim } from "../findings.ts";
import { type Taken, heading, place, spoken } from "./taken.ts";

const STYLE = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;color-scheme:light dark}
.text{white-space:pre-wrap}.text a{color:inherit;text-decoration:none}mark{background:none;color:inherit;text-decoration:underline wavy #b3261e}
mark.outdated{text-decoration:underline dashed #8a5300 2px}mark.disputed{text-decoration:underline dotted #6b3fa0 2.5px}
section{margin-top:1.5rem;break-inside:avoid}h2{font-size:1.1rem;margin:0}blockquote{margin:.25rem 0;font-weight:600}`;

/** One file that shows the text with its marks and the findings, and loads nothing. */
export function htmlReport(taken: Taken): string {
  const { text, findings, coverage, messages } = taken;
  const sections = findings.map((claim, index) => {
    const evidence = spoken(claim).map((item) => {
      const from = escape(place(item, messages));
      const { url } = item.source;
      const link = url && /^https?:\/\//i.test(url) ? `<a href="${escape(url)}" rel="noopener noreferrer nofollow">${from}</a>` : from;
      return `<li><strong>${escape(messages.text(item.relation))}</strong> ${escape(item.text)} <small>${link}</small></li>`;
    });
    return `<section id="f${index + 1}"><h2>${index + 1}. ${escape(messages.text(claim.verdict))}</h2>
<blockquote>${escape(claim.text)}</blockquote><p>${escape(claim.explanation ?? "")}</p><ul>${evidence.join("")}</ul></section>`;
  });
  return `<!doctype html>
<html lang="${escape(messages.language)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escape(taken.report.record.title)}</title><style>${STYLE}</style></head>
<body><h1>On Record</h1><p>${escape(heading(taken))}</p><p>${escape(coverage)}</p>
<div class="text" dir="auto">${marked(text, findings)}</div>
${sections.join("\n")}
</body></html>
`;
}

function marked(text: string, findings: FlaggedClaim[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [index, { start, end, verdict }] of findings.entries()) {
    if (start < at) continue;
    pieces.push(escape(text.slice(at, start)));
    pieces.push(`<a href="#f${index + 1}"><mark class="${verdict}">${escape(text.slice(start, end))}</mark></a>`);
    at = end;
  }
  return pieces.join("") + escape(text.slice(at));
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
