import { defineConfig } from "@playwright/test";

/** Chromium comes from the system: scripts/test.mjs finds it and says where. */
const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  timeout: 30_000,
  use: {
    locale: "en-GB",
    timezoneId: "UTC",
    // One that keeps files would answer in place of what a test serves. The test of offline use allows it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "unit", testMatch: "unit/*.test.ts" },
    { name: "wasm", testMatch: "wasm/*.test.ts" },
    { name: "e2e", testMatch: "e2e/*.test.ts" },
    { name: "package", testMatch: "package/*.test.ts" },
  ],
});
