// Under `require-trusted-types-for 'script'` a worker's address has to pass through a policy.

interface Policy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

let policy: Policy | undefined;

/** For the addresses of our own worker only: a caller's option or the file beside this script. */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return url;
  policy ??= factory.createPolicy("on-record", { createScriptURL: (address) => address });
  return policy.createScriptURL(url) as string;
}
