// Under `require-trusted-types-for 'script'` a worker's address and a source to parse have to pass through a policy.

interface Policy {
  createScriptURL(url: string): unknown;
  createHTML(source: string): unknown;
}
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string; createHTML(source: string): string },
  ): Policy;
}

let made: Policy | undefined;

function policy(): Policy | undefined {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory) made ??= factory.createPolicy("on-record", { createScriptURL: same, createHTML: same });
  return made;
}

function same(value: string): string {
  return value;
}

/** For the addresses of our own worker only: a caller's option or the file beside this script. */
export function trustedScriptUrl(url: string): string {
  return (policy()?.createScriptURL(url) ?? url) as string;
}

/** Parses into a document of its own, in which nothing runs and nothing is loaded. Never put its nodes into a page. */
export function parseInert(source: string, type: "text/html" | "application/xml"): Document {
  return new DOMParser().parseFromString((policy()?.createHTML(source) ?? source) as string, type);
}
