// A worker that answers like the engine's, from a table: for tests of the page alone, whatever the engine thinks.
const source = { publisher: "City Gazette", title: "Tram late", url: "https://example.org/2", published: "2023-01-11" };
const evidence = (statement, relation, date, text, more = {}) => ({
  statement, relation, confidence: 0.9, date, speaker: "Ines Mora", text, quote: null, supersedes: [], source, ...more,
});
const TABLE = {
  "line 9 would open in September 2023": {
    verdict: "outdated",
    since: "2023-01-10",
    explanation: "On 10 January 2023 Ines Mora said that the opening had moved to 2025.",
    differs: ["September 2023", "2025"],
    evidence: [
      evidence("s-014", "agrees", "2022-05-01", "Tram line 9 will open in September 2023."),
      evidence("s-031", "contradicts", "2023-01-10", "Tram line 9 will open in 2025.", { supersedes: ["s-014"] }),
    ],
  },
  "The line has twelve stops": {
    verdict: "conflict",
    explanation: "The City Gazette reported fourteen stops on 1 May 2022.",
    suggest: true,
    differs: ["twelve", "fourteen"],
    evidence: [
      evidence("s-002", "contradicts", "2022-05-01", "The line has fourteen stops.", { speaker: null }),
      evidence("s-003", "context", "2021-11", "The council approved line 9."),
    ],
  },
  "The tram costs 90 million crowns": {
    verdict: "disputed",
    explanation: "Ines Mora says 90 million crowns, the audit office 130 million.",
    differs: ["90 million", "130 million"],
    evidence: [
      evidence("s-005", "agrees", "2022-02", "The tram costs 90 million crowns."),
      evidence("s-006", "contradicts", "2022-03-15", "The tram costs 130 million crowns.", { speaker: "Audit office" }),
    ],
  },
  "The depot opens on time": {
    verdict: "outdated",
    since: "2023-01-10",
    explanation: "On 10 January 2023 the opening moved.",
    differs: ["on time", "late"],
    evidence: [
      evidence("s-041", "agrees", "2022-04-01", "The depot will open on time.", { confidence: 0.95 }),
      evidence("s-042", "agrees", "2022-05-01", "The depot is on the way.", { confidence: 0.6 }),
      evidence("s-043", "contradicts", "2023-01-10", "The depot will open late."),
      evidence("s-044", "contradicts", "2023-03-10", "The depot is behind."),
    ],
  },
  "Mora is transport commissioner": { verdict: "supported", differs: [], evidence: [] },
  "Passengers like the tram": { verdict: "unmatched", reason: "no-candidate", differs: [], evidence: [] },
};
const record = {
  title: "Tram line 9", version: "2026-11-21", statements: 74, hash: "00ff",
  covers: { from: "2020-01-01", to: "2024-12-31" },
};
const DAYS = [["2020-01-01", 10], ["2022-05-01", 40], ["2023-01-10", 20], ["2024-12-31", 4]];

function check({ text, date, asOf }) {
  const claims = [];
  for (const [words, { verdict, since = null, reason = null, explanation = null, differs, evidence, suggest = false }] of Object.entries(TABLE)) {
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      const known = evidence.filter((item) => item.date <= asOf);
      const gone = evidence.length > 0 && !known.some(({ relation }) => relation === "contradicts");
      const at = start + words.indexOf(differs[0]);
      claims.push({
        start, end: start + words.length, text: words, verdict: gone ? "supported" : verdict, confidence: 0.9,
        rule: "promise", since, reason, explanation, evidence: known,
        suggestion: suggest ? { start: at, end: at + differs[0].length, text: differs[1] } : null,
        differences: differs.length ? [{ start: at, end: at + differs[0].length, claim: differs[0], statement: differs[1], kind: "word" }] : [],
      });
    }
  }
  claims.sort((a, b) => a.start - b.start);
  const summary = { claims: claims.length, conflict: 0, outdated: 0, disputed: 0, supported: 0, unmatched: 0 };
  for (const { verdict } of claims) summary[verdict]++;
  return { format: 1, record, document_date: date ?? null, as_of: asOf, summary, claims };
}

addEventListener("message", ({ data }) => {
  // A check that does not yield.
  if (data.op === "check" && data.text.startsWith("SLOW")) for (const end = Date.now() + 5000; Date.now() < end; );
  const value = {
    load: () => record, check: () => check(data), search: () => [], warm: () => null, days: () => DAYS,
    dateline: () => /\d{4}-\d\d-\d\d(?= —)/.exec(data.text)?.[0] ?? null, release: () => null,
  }[data.op]();
  postMessage({ id: data.id, json: JSON.stringify(value) });
});
