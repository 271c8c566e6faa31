import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at("www"),
  base: "./",
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
    modulePreload: { polyfill: false },
  },
});
