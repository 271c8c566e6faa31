// From sources to what is served: engine (wasm), record, package (dist/), page (build/page/).
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { at } from "./paths.mjs";
import { wrapGlue } from "./glue.mjs";
import { StepError, ask, must, timed } from "./run.mjs";
import { fingerprint, once } from "./stamp.mjs";

const ENGINE_SOURCES = ["Cargo.toml", "Cargo.lock", ".cargo", "src", "data/english"];
const WASM = "build/engine/on_record_bg.wasm";
const GLUE = "build/engine/glue.mjs";
/** What a user's compiler reaches from the package's entries; the rest would need Lit's types. */
const PUBLIC_TYPES = new Set(["index", "checker", "errors", "types", "element", "define"].map((name) => `${name}.d.ts`));
const PACK = "build/record.pack";

/** The engine as wasm. The longest step: link-time optimisation, then wasm-opt. */
export async function engine() {
  const print = fingerprint([...ENGINE_SOURCES, "scripts/lib/glue.mjs"], await ask("rustc", ["--version"]));
  await once("engine", print, [WASM, GLUE], () =>
    timed("Building the engine", async () => {
      // `--mode no-install`: wasm-pack's own downloads would not be of the versions that the lock files name.
      const args = ["build", "--target", "web", "--release", "--mode", "no-install", "--no-pack", "--out-name", "on_record"];
      await must(
        "wasm-pack",
        [...args, "--out-dir", at("build", "engine"), at()],
        "the messages above say why",
      );
      wrapGlue(at("build/engine/on_record.js"), at(GLUE));
    }),
  );
}

/** The bundled record, compiled. */
export async function record() {
  const sources = existsSync(at("data/records"))
    ? readdirSync(at("data/records")).filter((name) => name.endsWith(".record.json")).sort()
    : [];
  if (sources.length === 0) throw new StepError("data/records holds no record; restore it from the repository");
  const print = fingerprint([...ENGINE_SOURCES, "cli", "data/records"]);
  await once("record", print, [PACK], () =>
    timed("Compiling the record", () =>
      must(
        "cargo",
        ["run", "--quiet", "--release", "-p", "on-record-cli", "--", "record", "build"].concat(
          sources.map((name) => `data/records/${name}`),
          ["-o", PACK],
        ),
        "the messages above say why",
      ),
    ),
  );
}

/** The npm package's files in dist/. */
export async function dist() {
  const print = fingerprint(["www/src", "tsconfig.json", "tsconfig.types.json", "package-lock.json", "scripts/lib", WASM, GLUE, PACK]);
  await once("dist", print, ["dist/index.js", "dist/worker.js", "dist/engine.wasm", "dist/record.pack"], () =>
    timed("Building the package", async () => {
      rmSync(at("dist"), { recursive: true, force: true });
      await bundle({ index: "www/src/index.ts", element: "www/src/element.ts", define: "www/src/define.ts" });
      // Apart from the rest, so that it shares no chunk: the worker is one file that runs from anywhere.
      await bundle({ worker: "www/src/worker.ts" });
      copyFileSync(at(WASM), at("dist/engine.wasm"));
      copyFileSync(at(PACK), at("dist/record.pack"));
      await must("tsc", ["-p", "tsconfig.types.json"], "the messages above say where");
      for (const name of readdirSync(at("dist/types"))) {
        if (!PUBLIC_TYPES.has(name)) rmSync(at("dist/types", name), { recursive: true });
      }
    }),
  );
}

/** Made small, since it is also served as it is, without a build of the user's. */
async function bundle(input) {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    cwd: at(),
    input,
    platform: "neutral",
    resolve: {
      // Lit's builds for Node only look whether there is a DOM before they use it, so that importing never throws;
      // their substitute for a DOM is more than that needs.
      conditionNames: ["node", "import", "default"],
      alias: {
        "on-record-glue": at(GLUE),
        "@lit-labs/ssr-dom-shim": at("www/src/no-dom.ts"),
        fflate: at("node_modules/fflate/esm/browser.js"),
      },
    },
  });
  await build.write({ dir: at("dist"), format: "es", chunkFileNames: "[name]-[hash].js", minify: true });
  await build.close();
}

/** The page, as it is served. */
export async function page() {
  const print = fingerprint(["www", "vite.config.mjs", "package-lock.json", "dist"]);
  await once("page", print, ["build/page/index.html"], () =>
    timed("Building the page", async () => {
      const { build } = await import("vite");
      await build({ configFile: at("vite.config.mjs"), logLevel: "warn" });
    }),
  );
}

/** Everything that the page and the package need. */
export async function everything() {
  mkdirSync(at("build"), { recursive: true });
  await engine();
  await record();
  await dist();
  await page();
}
