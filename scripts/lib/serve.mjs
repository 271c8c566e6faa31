// A small static server for 127.0.0.1 that sends the page's policy as a header too.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

/** The policy of the page. index.html says the same for servers that send no headers. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types on-record lit-html on-record-page",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".pack": "application/octet-stream",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Serves `folder`; when `port` is taken, any free one. `port: 0` is a free one from the start. `seen` is told of each request. */
export async function serve(folder, { port = 0, policy = POLICY, seen = (_url) => {} } = {}) {
  const server = createServer((request, response) => {
    seen(request.url);
    answer(folder, policy, request, response);
  });
  const listen = (at) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(at, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(port).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return listen(0);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

function answer(folder, policy, request, response) {
  const headers = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" };
  if (policy) headers["Content-Security-Policy"] = policy;
  const refuse = (status) => response.writeHead(status, headers).end();
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  const file = locate(folder, request.url);
  if (!file) return refuse(404);
  headers["Content-Type"] = TYPES[extname(file.path)] ?? "application/octet-stream";
  headers["Content-Length"] = file.size;
  response.writeHead(200, headers);
  if (request.method === "HEAD") return response.end();
  createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
}

function locate(folder, url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    if (!file.startsWith(normalize(folder) + sep) || file.includes("\0")) return null;
    const { size } = statSync(file);
    return statSync(file).isFile() ? { path: file, size } : null;
  } catch {
    return null;
  }
}
