// Offline: the network is always asked first, so nothing stale is ever shown while there is a connection. What is kept
// for the rest is listed by address and digest when the site is built; a file that did not change is not fetched again.
"use strict";
const KEPT = { shell: [], pages: [], sound: [], gone: [] };
const SHELF = "loa-kept";
const VISITED = "loa-visited";
const VISITED_MOST = 40;
const VISITED_BYTES = 500000;
// Sound that a reader asked for: player.js fills it, and lets the oldest go.
const ASKED = "loa-asked";
const PATIENCE_MS = 4000;
const OFFLINE = "ngoai-tuyen/";
// Pictures, files, sheets and cards go with the text they belong to; those of other texts are fetched again.
const BELONGINGS = ["anh/", "tep/", "in-an/", "the/"];
const root = self.registration.scope;
const named = (address) => new URL(address, root).href;
const keyed = ([address, revision]) => `${named(address)}?loa=${revision}`;
const listed = [...KEPT.shell, ...KEPT.pages, ...KEPT.sound];
const keys = new Map(listed.map((each) => [named(each[0]), keyed(each)]));

const fill = async (wanted) => {
  const shelf = await caches.open(SHELF);
  await Promise.all(wanted.map(async (each) => {
    if (await shelf.match(keyed(each))) return;
    const answer = await fetch(named(each[0]), { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${each[0]}`);
    await shelf.put(keyed(each), answer);
  }));
};

const tidy = async () => {
  const shelf = await caches.open(SHELF);
  const wanted = new Set(keys.values());
  const found = await shelf.keys();
  await Promise.all(found.filter(({ url }) => !wanted.has(url)).map((each) => shelf.delete(each)));
};

// A new worker takes over at once: pages come from the network, so an old page never meets new files of ours.
self.addEventListener("install", (event) => event.waitUntil(fill(KEPT.shell).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));

// What was withdrawn leaves this device too, as soon as it hears of it.
const drop = async (name, addresses) => {
  const shelf = await caches.open(name);
  const found = await shelf.keys();
  const theirs = found.filter(({ url }) => addresses.some((each) => url.startsWith(named(each))));
  await Promise.all(theirs.map((each) => shelf.delete(each)));
};
const forget = async () => {
  if (!KEPT.gone.length) return;
  await Promise.all([drop(SHELF, KEPT.gone), drop(ASKED, KEPT.gone), drop(VISITED, [...KEPT.gone, ...BELONGINGS])]);
};

// A page that has loaded lets the rest be fetched, so that keeping never delays showing; what an older build left goes
// last. Who saves data, or has hardly a line, keeps the shell. Sound is large: it comes unasked only where the line is
// known to be Wi-Fi, which no iPhone says.
const keep = async () => {
  const { effectiveType, saveData, type } = self.navigator.connection || {};
  if (saveData || /2g/.test(effectiveType)) return;
  await fill(KEPT.pages);
  if (type === "wifi") await fill(KEPT.sound);
  await tidy();
};
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(keep().catch(() => {}));
});

// Sound and great files are not kept because somebody came by.
const slight = (request, fresh) => !/\.mp3$/.test(new URL(request.url).pathname) && !(Number(fresh.headers.get("content-length")) > VISITED_BYTES);
const remember = async (request, answer) => {
  const visited = await caches.open(VISITED);
  await visited.put(request, answer);
  const found = await visited.keys();
  await Promise.all(found.slice(0, Math.max(0, found.length - VISITED_MOST)).map((each) => visited.delete(each)));
};

// This build's copy, else an older one, else what was seen last, else what was asked for.
const kept = async (request) => {
  const url = new URL(request.url);
  const address = url.origin + url.pathname;
  const shelf = await caches.open(SHELF);
  const visited = await caches.open(VISITED);
  const asked = await caches.open(ASKED);
  return (keys.has(address) && (await shelf.match(keys.get(address))))
    || (await shelf.match(address, { ignoreSearch: true }))
    || (await visited.match(address, { ignoreSearch: true }))
    || asked.match(address, { ignoreSearch: true });
};

// Players ask for a piece of the sound; what is kept is whole.
const piece = async (request, whole) => {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") || "");
  if (!range || !whole) return whole;
  const bytes = await whole.arrayBuffer();
  const from = Number(range[1]);
  const to = range[2] ? Math.min(Number(range[2]), bytes.byteLength - 1) : bytes.byteLength - 1;
  if (from > to) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${bytes.byteLength}` } });
  return new Response(bytes.slice(from, to + 1), {
    status: 206,
    headers: {
      "Accept-Ranges": "bytes",
      "Content-Length": String(to - from + 1),
      "Content-Range": `bytes ${from}-${to}/${bytes.byteLength}`,
      "Content-Type": whole.headers.get("content-type") || "audio/mpeg",
    },
  });
};

const patient = (request) => new Promise((done, failed) => {
  const timer = setTimeout(() => failed(new Error("slow")), PATIENCE_MS);
  fetch(request).then(done, failed).finally(() => clearTimeout(timer));
});

const answer = async (event) => {
  const { request } = event;
  const sound = request.destination === "audio" || request.headers.has("range");
  const stored = await kept(request);
  try {
    // Only what is kept has something to fall back on when the network is slow.
    const fresh = stored && !sound ? await patient(request) : await fetch(request);
    if (fresh.status === 200 && !sound && !keys.has(request.url) && slight(request, fresh)) event.waitUntil(remember(request.url, fresh.clone()));
    return fresh;
  } catch (error) {
    const found = await piece(request, stored);
    if (found) return found;
    if (request.mode === "navigate") return (await kept(new Request(named(OFFLINE)))) || Response.error();
    throw error;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.url === named("sw.js")) return;
  // Who asks past every cache wants the truth or nothing.
  if (request.cache === "no-store") return;
  event.respondWith(answer(event));
});
