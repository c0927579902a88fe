import { languages } from './worker-words.ts'
import { tracesOf } from './traces.ts'

export const workerPath = '/help-chat/worker.js'

/**
 * The service worker that guards the app, as text. It serves the version that a person has adopted, byte for byte as its list says, and takes
 * no other one until it was shown. It holds no version itself: its text changes only with its code, because browsers replace a worker whose
 * text has changed, and no page can forbid it. What that means is said on /help-chat/app/version.
 *
 * Kept in caches that begin with "notes": `notes-state` (the list in force), `notes-<digest>` (its files), `notes-reading` (pages to read
 * without network: all or none, so that nothing says what was read).
 */
export const worker = (): string => `'use strict'
const shell = '/help-chat/case'
const listUrl = '/help-chat/app/manifest.json'
const stateCache = '${tracesOf.caches}-state'
const readingCache = '${tracesOf.caches}-reading'
const words = ${JSON.stringify(languages)}
const cacheOf = (list) => '${tracesOf.caches}-' + list.digest

self.addEventListener('install', (event) => event.waitUntil(undefined))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// --- what is in force

async function read(name) {
  const found = await (await caches.open(stateCache)).match('/help-chat/app/state/' + name)
  return found ? found.json() : undefined
}
async function keep(name, value) {
  await (await caches.open(stateCache)).put('/help-chat/app/state/' + name, new Response(JSON.stringify(value)))
}

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
const sha256 = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes))
const fresh = (url) => fetch(url, { credentials: 'omit', cache: 'no-store', redirect: 'error' })

// The digest is counted again from the files, so a list cannot claim another one's.
async function fetchList() {
  const answer = await fresh(listUrl)
  if (!answer.ok) throw new Error('no list')
  const list = await answer.json()
  const lines = list.files.map((file) => file.sha256 + '  ' + file.url + '\\n').sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('')
  if ((await sha256(new TextEncoder().encode(lines))) !== list.digest) throw new Refused(listUrl)
  return list
}

class Refused extends Error {
  constructor(url) {
    super('refused')
    this.url = url
  }
}

// Adopts the list whose digest a person has seen: all files or none.
async function adopt(digest, lang) {
  const list = await fetchList()
  if (list.digest !== digest) throw new Refused(listUrl)
  const before = await read('list')
  const cache = await caches.open(cacheOf(list))
  for (const file of list.files) {
    const answer = await fresh(file.url)
    const bytes = await answer.arrayBuffer()
    if (!answer.ok || (await sha256(bytes)) !== file.sha256) {
      await caches.delete(cacheOf(list))
      throw new Refused(file.url)
    }
    await cache.put(file.url, new Response(bytes, { status: 200, headers: answer.headers }))
  }
  await keep('list', list)
  await keep('lang', lang)
  await keep('waiting', null)
  if (before && before.digest !== list.digest) await caches.delete(cacheOf(before))
  await fillReading(list, lang)
}

async function fillReading(list, lang) {
  const cache = await caches.open(readingCache)
  await Promise.allSettled((list.reading[lang] || []).map(async (url) => {
    const answer = await fresh(url)
    if (answer.ok) await cache.put(url, answer)
  }))
}

// Asks the server for its list. Another one is remembered, shown by the page, and not used.
async function look() {
  const list = await read('list')
  const offered = await fetchList().catch(() => undefined)
  if (list && offered) await keep('waiting', offered.digest === list.digest ? null : offered)
  return status()
}

async function status() {
  const [list, waiting] = [await read('list'), await read('waiting')]
  if (!list) return { isAdopted: false }
  const had = new Map(list.files.map((file) => [file.url, file]))
  const changed = waiting ? waiting.files.filter((file) => !had.has(file.url) || had.get(file.url).sha256 !== file.sha256).map(({ url, kind }) => ({ url, kind })) : []
  return { isAdopted: true, digest: list.digest, words: list.words, ...(waiting && { waiting: { digest: waiting.digest, words: waiting.words, changed } }) }
}

self.addEventListener('message', (event) => {
  const [port] = event.ports
  if (!port) return
  const { kind, digest, lang } = event.data || {}
  const work = kind === 'adopt' ? adopt(digest, lang).then(status) : kind === 'look' ? look() : status()
  event.waitUntil(work.then((said) => port.postMessage({ ok: true, status: said }), (error) => port.postMessage({ ok: false, refused: error instanceof Refused ? error.url : '' })))
})

// --- what is told: a knock without content, shown as one neutral sentence; a click leads to the first page, never into a case

self.addEventListener('push', (event) => {
  event.waitUntil(read('lang').then((lang) => {
    const say = words[lang] || words.de
    return self.registration.showNotification(say.name, { body: say.notice, tag: 'neu', silent: true })
  }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow('/help-chat'))
})

// --- what is served

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return
  if (event.request.mode === 'navigate') {
    if (url.pathname === shell) event.respondWith(serveShell(event, url))
    else if (url.pathname === '/help-chat' || /^\\/help-chat\\/(knowledge|numbers|helper|protection)(\\/|$)/.test(url.pathname)) event.respondWith(readPage(event.request, url))
    return
  }
  if (/^\\/(assets|brand|icons)/.test(url.pathname) || event.request.destination !== '') event.respondWith(serveFile(event, url))
  else if (url.pathname.startsWith('/help-chat/knowledge/library/')) event.respondWith(fetch(event.request).catch(async () => (await (await caches.open(readingCache)).match(url.pathname)) || Response.error()))
})

async function verified(cache, file) {
  const found = await cache.match(file.url, { ignoreVary: true })
  if (!found) return undefined
  const bytes = await found.arrayBuffer()
  return (await sha256(bytes)) === file.sha256 ? new Response(bytes, { status: 200, headers: found.headers }) : undefined
}

// The page comes from here and not from the server, and only if every file that it may load is as it was shown.
async function serveShell(event, url) {
  const list = await read('list')
  if (!list) return fetch(event.request)
  const asked = url.searchParams.get('lang')
  const lang = asked in words ? asked : (await read('lang')) || 'de'
  if (asked in words) await keep('lang', asked)
  const cache = await caches.open(cacheOf(list))
  for (const file of list.files) if (!(await verified(cache, file))) return refusal(lang, file.url)
  event.waitUntil(look())
  const page = list.files.find((file) => file.url === shell + '?lang=' + lang)
  return (page && (await verified(cache, page))) || refusal(lang, shell)
}

async function serveFile(event, url) {
  const list = await read('list')
  const file = list && list.files.find(({ url: known }) => known === url.pathname + url.search)
  if (file) return (await verified(await caches.open(cacheOf(list)), file)) || new Response('', { status: 503 })
  const client = event.clientId ? await self.clients.get(event.clientId) : undefined
  const isCode = ['script', 'style', 'worker', 'sharedworker', 'font'].includes(event.request.destination)
  // Nothing that is not in the list becomes part of the case area.
  if (list && isCode && client && new URL(client.url).pathname === shell) return new Response('', { status: 503 })
  return fetch(event.request)
}

// The network first, because advice and numbers must be true; without it what was kept.
async function readPage(request, url) {
  try {
    return await fetch(request)
  } catch {
    const lang = url.searchParams.get('lang') in words ? url.searchParams.get('lang') : (await read('lang')) || 'de'
    const cache = await caches.open(readingCache)
    return (await cache.match(url.pathname + '?lang=' + lang, { ignoreVary: true })) || (await cache.match('/help-chat?lang=' + lang, { ignoreVary: true })) || Response.error()
  }
}

function refusal(lang, url) {
  const say = words[lang]
  const safe = url.replace(/[^\\w/.?=&-]/g, '')
  const html = '<!doctype html><html lang="' + say.lang + '"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>' + say.title + '</title><h1>' + say.title + '</h1><p>' + say.text + '</p><p>' + safe + '</p><p><a href="/help-chat/app">' + say.next + '</a></p></html>'
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" } })
}
`
