// Running commands, and saying in one line what could not be done.
import { spawn } from "node:child_process";
import { root, toolEnvironment } from "./paths.mjs";

/** A step that could not be done. The message is one line: which step, and what to do. */
export class StepError extends Error {}

/** Runs `step`; when it fails, prints one line and ends the program. */
export async function orExplain(step) {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(`on-record: ${error.message}`);
    process.exit(1);
  }
}

export function say(text) {
  console.error(`· ${text}`);
}

/** Says what is being done and how long it took, so that nobody waits in front of a silent terminal. */
export async function timed(title, work) {
  const start = Date.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs a command in the repository's root.
 * `show`: its output goes to the terminal; `keep`: it is also given back.
 */
export function run(command, args, { show = true, keep = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...toolEnvironment(), ...env },
      stdio: ["ignore", keep || !show ? "pipe" : 2, keep || !show ? "pipe" : 2],
    });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        chunks.push(chunk);
        if (show) process.stderr.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ status: -1, output: String(error.message) }));
    child.on("close", (status, signal) =>
      resolve({ status: status ?? (signal ? 128 : -1), output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}

/** Runs a command and throws a `StepError` with `remedy` when it fails. */
export async function must(command, args, remedy, options) {
  const result = await run(command, args, options);
  if (result.status !== 0) {
    if (options?.show === false) process.stderr.write(result.output);
    throw new StepError(`\`${[command, ...args].join(" ")}\` failed; ${remedy}`);
  }
  return result;
}

/** First line that a command prints, or null where it is not there. */
export async function ask(command, args) {
  const { status, output } = await run(command, args, { show: false });
  return status === 0 ? output.trim() : null;
}
