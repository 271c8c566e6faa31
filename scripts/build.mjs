// npm run build: the package in dist/ and the page in build/page/.
import { everything } from "./lib/build.mjs";
import { orExplain } from "./lib/run.mjs";
import { node, nodeModules, wasmTools } from "./lib/setup.mjs";

await orExplain(async () => {
  node();
  await nodeModules();
  await wasmTools();
  await everything();
});
