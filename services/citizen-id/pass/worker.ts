/** The service worker of the Pass: always asks the network, and keeps one page for when there is none. Nothing personal is kept. */
export const worker = (version: string): string => `const cacheName = 'pass-${version}'
const offline = '/pass/offline'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add(new Request(offline, { credentials: 'omit' }))).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('pass-') && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(fetch(event.request).catch(() => caches.match(offline).then((page) => page ?? Response.error())))
})
`
