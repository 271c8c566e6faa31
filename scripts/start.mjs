// npm start: sets up what is missing, builds what has changed, serves the page.
import { everything } from "./lib/build.mjs";
import { at } from "./lib/paths.mjs";
import { orExplain } from "./lib/run.mjs";
import { node, nodeModules, wasmTools } from "./lib/setup.mjs";
import { serve } from "./lib/serve.mjs";

await orExplain(async () => {
  node();
  await nodeModules();
  await wasmTools();
  await everything();
});
const { url } = await serve(at("build", "page"), { port: Number(process.env.PORT) || 4173 });
console.log(`\nOn Record is at ${url}\n(Ctrl+C ends it.)`);
