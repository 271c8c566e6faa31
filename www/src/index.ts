export { createChecker, MAX_TEXT_LENGTH, type Checker } from "./checker.ts";
export { OnRecordError, type ErrorCode } from "./errors.ts";
export type * from "./types.ts";
