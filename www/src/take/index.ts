// A report to take along. Loaded when somebody asks for it.

export { annotations } from "./annotations.ts";
export { claimReviews } from "./claim-review.ts";
export { csv } from "./csv.ts";
export { htmlReport } from "./html-report.ts";
export { markdown } from "./markdown.ts";
export type { Taken } from "./taken.ts";
