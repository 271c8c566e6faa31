// Everything that a fresh machine lacks. Each step looks first and does nothing when all is there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, toolCache } from "./paths.mjs";
import { StepError, ask, must, run, say, timed } from "./run.mjs";
import { fingerprint, once } from "./stamp.mjs";

const WASM_PACK = "0.15.0";

export function node() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new StepError(`Node ${process.versions.node} is too old; install Node 20.19 or later`);
  }
}

/** `npm ci` when node_modules is missing or is not what the lock file asks for. */
export async function nodeModules() {
  await once("npm", fingerprint(["package-lock.json"]), ["node_modules/.package-lock.json"], () =>
    timed("Installing npm packages", () =>
      must("npm", ["ci", "--no-audit", "--no-fund"], "check the network and the npm registry, then try again"),
    ),
  );
}

export async function rust() {
  if (!(await ask("cargo", ["--version"]))) {
    throw new StepError("Rust is missing; install it with rustup, then try again");
  }
  if (!(await ask("cc", ["--version"]))) await apt("a C compiler", ["build-essential"]);
}

export async function rustComponents() {
  for (const [program, component] of [
    ["cargo-fmt", "rustfmt"],
    ["cargo-clippy", "clippy"],
  ]) {
    if (await ask(program, ["--version"])) continue;
    await must("rustup", ["component", "add", component], `add ${component} to your Rust, then try again`);
  }
}

/** What building the wasm module needs besides Rust itself. */
export async function wasmTools() {
  await rust();
  const sysroot = await ask("rustc", ["--print", "sysroot"]);
  if (!existsSync(join(sysroot ?? "", "lib/rustlib/wasm32-unknown-unknown"))) {
    await timed("Adding the Rust target wasm32-unknown-unknown", () =>
      must(
        "rustup",
        ["target", "add", "wasm32-unknown-unknown"],
        "add the target wasm32-unknown-unknown to your Rust, then try again",
      ),
    );
  }
  await cargoTool("wasm-pack", "wasm-pack", WASM_PACK);
  await cargoTool("wasm-bindgen", "wasm-bindgen-cli", lockedVersion("wasm-bindgen"));
}

/** The command line tool has to be of the very version that the crate is built with. */
function lockedVersion(crate) {
  const found = new RegExp(`name = "${crate}"\nversion = "([^"]+)"`).exec(readFileSync(at("Cargo.lock"), "utf8"));
  if (!found) throw new StepError(`Cargo.lock does not name ${crate}; run \`cargo generate-lockfile\``);
  return found[1];
}

async function cargoTool(program, crate, version) {
  const present = await ask(program, ["--version"]);
  if (present?.split(/\s+/).includes(version)) return;
  const install = ["install", `${crate}@${version}`, "--root", toolCache];
  await timed(`Installing ${crate} ${version} (some minutes, once)`, async () => {
    if ((await run("cargo", [...install, "--locked"])).status === 0) return;
    say(`${crate} does not build from its own lock file; trying without it`);
    await must("cargo", install, `check the network, then install ${crate} ${version} by hand`);
  });
}

/** Path of a Chromium for the tests, installed from the distribution where there is none. */
export async function chromium() {
  const found = await findChromium();
  if (found) return found;
  await apt("Chromium", ["chromium"]);
  const installed = await findChromium();
  if (!installed) throw new StepError("Chromium is missing; install it and set CHROMIUM_PATH to its program");
  return installed;
}

async function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].filter(Boolean);
  // Ubuntu's chromium-browser is a stub that only asks for the snap: it exists, and does not run.
  for (const path of candidates) if (existsSync(path) && (await ask(path, ["--version"]))) return path;
  return null;
}

async function apt(what, packages) {
  const remedy = `install ${what} by hand (apt-get install ${packages.join(" ")}), then try again`;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  const get = (...args) => {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    return must(command, rest, remedy, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  await timed(`Installing ${what}`, async () => {
    await get("update", "-qq");
    await get("install", "-y", "-qq", "--no-install-recommends", ...packages);
  });
}
