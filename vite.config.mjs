import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Writes sw.js with the names of all files of the page: it keeps exactly those. */
function serviceWorker() {
  return {
    name: "service-worker",
    generateBundle(_, bundle) {
      const files = ["./", "./manifest.webmanifest", "./icon.svg", ...Object.keys(bundle).filter((name) => name !== "index.html").map((name) => `./${name}`)];
      const hash = createHash("sha256");
      for (const part of Object.values(bundle)) hash.update(part.fileName).update(part.type === "asset" ? part.source : part.code);
      const source = readFileSync(at("www/sw.template.js"), "utf8")
        .replace("__VERSION__", `on-record-${hash.digest("hex").slice(0, 16)}`)
        .replace("__FILES__", JSON.stringify(files));
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}

export default defineConfig({
  root: at("www"),
  base: "./",
  plugins: [serviceWorker()],
  resolve: {
    // The page uses the package as its users get it.
    alias: { "on-record/define": at("dist/define.js") },
  },
  build: {
    outDir: at("build/page"),
    emptyOutDir: true,
    target: "es2022",
    // An inlined worker or record would be a data: address, which the page's policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
