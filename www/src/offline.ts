// After the first visit the page works without a network. The service worker itself is sw.js, written by the build.

interface Factory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Begins when the first record is there, so that nothing is loaded twice or ahead of what the reader waits for. */
export function offline(checker: HTMLElement): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const begin = () => {
    const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
    const policy = factory?.createPolicy("on-record-page", { createScriptURL: (url) => url });
    const url = "./sw.js";
    // Without it the page works as before, only not offline.
    navigator.serviceWorker.register(policy?.createScriptURL(url) ?? url).catch(() => undefined);
  };
  checker.addEventListener("on-record-report", begin, { once: true });
}
