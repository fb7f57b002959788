/**
 * Keeps the site for visits without a network: all files of one version, or none. A page keeps the version that it was opened
 * with: a newer one waits until no page of the older is open, or the only page asks for it. See docs/offline.md.
 */
import { othersAreOpen, type ServiceWorkerRequest, type SiteFiles } from '../protocol/service-worker.ts';
import type { ServiceWorkerScope } from './scope.ts';

declare const site: SiteFiles;

const worker = globalThis as unknown as ServiceWorkerScope;
const scope = new URL(worker.registration.scope);
const cachePrefix = `site ${scope.pathname} `;
const cacheName = cachePrefix + site.version;
const known = new Set(site.files.map(([path]) => urlOf(path)));
/** Made of what was loaded; it is in no host's folder. */
const unpacked = /\/compiler\/[^/]+\.unpacked$/;

function urlOf(path: string): string {
  return new URL(path, scope).href;
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const [path, digest] of site.files) await cache.put(urlOf(path), await load(urlOf(path), digest));
}

async function load(url: string, digest: string | null): Promise<Response> {
  // A name that holds a hash never means another content: the version before may have it.
  const kept = digest === null ? await caches.match(url) : undefined;
  if (kept !== undefined) return kept;
  const response = await fetch(url, { cache: digest === null ? 'default' : 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`${url} gives ${response.status}`);
  if (digest !== null && (await digestOf(response.clone())) !== digest)
    throw new Error(`${url} is of another version: the site is being updated`);
  return response;
}

async function digestOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Called when no page of another version is open any more. */
async function removeOthers(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** What is kept for a request, under the address of its file; nothing for what is not the site's. */
function addressOf({ method, mode, url }: Request): string | undefined {
  if (method !== 'GET') return undefined;
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  if (mode === 'navigate' && plain === scope.href) return urlOf('index.html');
  return known.has(plain) ? plain : undefined;
}

async function answer(request: Request, address: string): Promise<Response> {
  return (await caches.match(address, { cacheName })) ?? fetch(request);
}

async function answerUnpacked({ url }: Request): Promise<Response> {
  return (await caches.match(url)) ?? new Response(null, { status: 404 });
}

async function replace(client: { postMessage(message: unknown): void } | null): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.filter(({ url }) => url.startsWith(scope.href)).length <= 1) await worker.skipWaiting();
  else client?.postMessage(othersAreOpen);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (unpacked.test(request.url)) return event.respondWith(answerUnpacked(request));
  const address = addressOf(request);
  if (address !== undefined) event.respondWith(answer(request, address));
});
worker.addEventListener('message', (event) => {
  const message = event.data as ServiceWorkerRequest;
  if (message.kind === 'replace') event.waitUntil(replace(event.source));
  else if (known.has(message.script)) event.waitUntil(worker.clients.claim());
});
