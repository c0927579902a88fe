/**
 * The service worker of a town: network first, so that nobody reads yesterday's page by mistake. It keeps the offline page and
 * the built files with their hashed names, and nothing that a person has read: a shared computer remembers nobody.
 */
export const serviceWorker = (version: string): string => `const cacheName = 'modellregion-${version}'
const offline = '/offline'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add(new Request(offline, { credentials: 'omit' }))).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('modellregion-') && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(offline).then((page) => page ?? Response.error())))
  else if (/^\\/(assets|brand|icons)[/-]/.test(url.pathname)) event.respondWith(fromCacheFirst(request))
})

async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok && (answer.headers.get('cache-control') ?? '').includes('immutable')) await cache.put(request, answer.clone())
  return answer
}
`
