import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startTown, type Town } from '@modellregion/testing'
import { articles } from '../knowledge/content/articles.ts'
import type { Library } from '../knowledge/view.ts'
import { digestOf, linesOf, programIslands, programOf } from './program.ts'
import type { AppManifest } from './schema.ts'

let town: Town
before(async () => {
  town = await startTown({ services: ['help-chat'] })
})
after(() => town.close())

// Without a network in between: names below localhost are known to browsers only.
const ask = (path: string, tenant = 'hohenried') => town.running.platform.loopback.fetch(town.url(path, tenant), { headers: { cookie: 'theme=dark; mr=stolen', accept: 'text/html' } })
const pages = ['/help-chat', '/help-chat/knowledge', '/help-chat/knowledge/everything', '/help-chat/knowledge/bullying', '/help-chat/numbers', '/help-chat/helper', '/help-chat/protection', '/help-chat/app', '/help-chat/app/version', '/help-chat/case', '/help-chat/confidants']

// A change here is a decision, never an accident.
const policy = "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';media-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types default help-chat"
const sealed = {
  'cache-control': 'no-store',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'referrer-policy': 'no-referrer',
  'set-cookie': null,
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
}

test('pages of the anonymous person carry the sealed headers, the way out and the neutral app, and no cookie', async () => {
  for (const path of pages) {
    const answer = await ask(path)
    assert.equal(answer.status, 200, path)
    assert.deepEqual(Object.fromEntries(Object.keys(sealed).map((name) => [name, answer.headers.get(name)])), sealed, path)
    assert.equal(answer.headers.get('content-security-policy')?.replace(" 'wasm-unsafe-eval'", ''), policy, path)
    const html = await answer.text()
    assert.match(html, /<link rel="manifest" href="\/help-chat\/app\.webmanifest"/, path)
    assert.match(html, /<a [^>]*href="\/help-chat\/exit"/, path)
    assert.match(html, /<meta name="robots" content="noindex"/, path)
  }
})

test('the way out lets the browser forget and leads to the town’s front page', async () => {
  const { headers, status } = await ask('/help-chat/exit')
  assert.deepEqual([status, headers.get('location'), headers.get('clear-site-data'), headers.get('cache-control'), headers.get('set-cookie')], [303, '/', '"cache", "storage"', 'no-store', null])
  assert.equal((await ask('/help-chat/exit?keep=1')).headers.get('clear-site-data'), '"cache"')
})

test('the app has a name and a picture that say nothing', async () => {
  const manifest = (await (await ask('/help-chat/app.webmanifest')).json()) as { name: string; scope: string; icons: { src: string }[] }
  assert.deepEqual([manifest.name, manifest.scope], ['Notizen', '/help-chat'])
  const icon = await ask(manifest.icons[0]?.src ?? '')
  assert.equal(icon.status, 200)
  assert.doesNotMatch(await icon.text(), /Rat|Hilfe|help|chat/i)
})

test('each file of the list is served with the bytes that the list names, and the digest is that of the list', async () => {
  const list = (await (await ask('/help-chat/app/manifest.json')).json()) as AppManifest
  assert.deepEqual(digestOf(list.files), { digest: list.digest, words: list.words })
  assert.equal(list.words.length, 6)
  assert.equal(createHash('sha256').update(linesOf(list.files)).digest('hex'), list.digest, 'sha256sum of the list as text gives the same')
  for (const { url, sha256, size } of list.files) {
    const bytes = Buffer.from(await (await town.running.platform.loopback.fetch(town.url(url, 'hohenried'))).arrayBuffer())
    assert.deepEqual([createHash('sha256').update(bytes).digest('hex'), bytes.length], [sha256, size], url)
  }
  assert.deepEqual(list.files.filter(({ kind }) => kind === 'page').map(({ url }) => url), ['de', 'en', 'de-x-leicht'].map((lang) => `/help-chat/case?lang=${lang}`))
})

test('the program alone is the same in every town, and the command for a clean build gives the same digest', async () => {
  const [here, there] = await Promise.all(['hohenried', 'aachen'].map(async (tenant) => (await (await ask('/help-chat/app/manifest.json', tenant)).json()) as AppManifest))
  assert.notEqual(here?.digest, there?.digest, 'towns have their own pages and colours')
  assert.deepEqual(here?.program, there?.program)
  assert.deepEqual(here?.program, digestOf(programOf(town.running.platform.assets.folder)))
})

test('the list knows every island of its pages', async () => {
  for (const path of ['/help-chat', '/help-chat/app', '/help-chat/case']) {
    const html = await (await ask(path)).text()
    for (const [, name = ''] of html.matchAll(/data-island="([^"]+)"/g)) assert.ok(programIslands.includes(name), `${path} has the island ${name}`)
  }
})

test('everything the case area links to is in the list, so that it works without network', async () => {
  const list = (await (await ask('/help-chat/app/manifest.json')).json()) as AppManifest
  const known = new Set(list.files.map(({ url }) => url))
  const html = await (await ask('/help-chat/case?lang=de')).text()
  for (const [, href = ''] of html.matchAll(/<(?:link rel="(?:stylesheet|preload)"|script)[^>]*? (?:href|src)="([^"]+)"/g)) assert.ok(known.has(href), href)
  assert.ok([...known].some((url) => /libsodium/.test(url)) && [...known].some((url) => /\.worker/.test(url)), 'the cryptography is in it')
})

test('the library is one answer for everybody in a language, and may be kept', async () => {
  for (const locale of ['de', 'en', 'de-x-leicht']) {
    const answer = await ask(`/help-chat/knowledge/library/${locale}.json`)
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=300')
    const library = (await answer.json()) as Library
    assert.equal(library.articles.length, articles.length, locale)
    assert.doesNotMatch(JSON.stringify(library), /[{]\w+ \w+\||·\w/, `${locale}: no joint and no choice of address is left`)
  }
})
