// The page's service worker. The build puts in the list of its files.
const VERSION = "__VERSION__";
const FILES = __FILES__;

self.addEventListener("install", (event) => {
  // What the page has just loaded is taken from the browser's cache rather than loaded again.
  const requests = FILES.map((file) => new Request(file, { cache: "force-cache" }));
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(requests)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const stale = (names) => names.filter((name) => name.startsWith("on-record-") && name !== VERSION);
  const clear = caches.keys().then((names) => Promise.all(stale(names).map((name) => caches.delete(name))));
  event.waitUntil(clear.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? fresh(request) : known(request));
});

/** The page itself: the newest there is. */
async function fresh(request) {
  try {
    return await fetch(request);
  } catch (error) {
    return (await caches.match("./", { cacheName: VERSION })) ?? Promise.reject(error);
  }
}

/** Its files have their content in their names. */
async function known(request) {
  return (await caches.match(request, { cacheName: VERSION })) ?? fetch(request);
}
