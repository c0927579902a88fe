import assert from 'node:assert/strict'
import { createHash, webcrypto } from 'node:crypto'
import { test } from 'node:test'
import vm from 'node:vm'
import { digestOf, fileOf } from './program.ts'
import type { ManifestFile } from './schema.ts'
import { worker } from './worker.ts'

const origin = 'https://town.example'
const shell = '/help-chat/case?lang=de'
const script = '/assets/app-1.js'
type Answer = { ok: boolean; status?: { isAdopted: boolean; words?: string[]; waiting?: { digest: string; changed: { url: string }[] } }; refused?: string }
type Listener = (event: never) => void

/** A town's server whose files a test can change, and the worker on a device. */
function device() {
  const served = new Map<string, string>([[shell, '<p>case 1</p>'], [script, 'one()']])
  const caches = fakeCaches()
  const listeners = new Map<string, Listener>()
  let list = listOf(served)
  const fetch = async (request: string | { url: string }) => {
    const url = new URL(typeof request === 'string' ? request : request.url, origin)
    if (url.pathname === '/help-chat/app/manifest.json') return new Response(JSON.stringify(list))
    const content = served.get(url.pathname + url.search)
    return content === undefined ? new Response('', { status: 404 }) : new Response(content)
  }
  const self = { location: { origin }, clients: { claim: async () => {}, get: async () => ({ url: `${origin}${shell}` }) }, registration: {}, addEventListener: (type: string, listen: Listener) => listeners.set(type, listen) }
  vm.runInNewContext(worker(), { self, caches, fetch, crypto: webcrypto, Response, URL, TextEncoder, Uint8Array, Array, Map, Promise, JSON, Error })
  const waits: Promise<unknown>[] = []
  const waitUntil = (work: Promise<unknown>) => void waits.push(work)
  return {
    served,
    caches,
    /** The server's list says what it serves now. */
    publish: () => (list = listOf(served)),
    list: () => list,
    tell: async (data: object): Promise<Answer> => {
      const said = await new Promise<Answer>((postMessage) => listeners.get('message')?.({ data, ports: [{ postMessage }], waitUntil } as never))
      await Promise.allSettled(waits)
      return JSON.parse(JSON.stringify(said)) as Answer
    },
    get: async (path: string, { mode = 'navigate', destination = 'document' } = {}): Promise<Response | 'network'> => {
      let answer: Promise<Response> | undefined
      listeners.get('fetch')?.({ request: { method: 'GET', mode, destination, url: origin + path }, clientId: 'page', waitUntil, respondWith: (given: Promise<Response>) => (answer = given) } as never)
      const given = await answer
      await Promise.allSettled(waits)
      return given ?? 'network'
    },
  }
}

function listOf(served: ReadonlyMap<string, string>) {
  const files: ManifestFile[] = [...served].map(([url, content]) => fileOf(url, Buffer.from(content), url.startsWith('/assets') ? 'program' : 'page'))
  return { ...digestOf(files), program: digestOf(files), files, reading: { de: [] } }
}

function fakeCaches() {
  const all = new Map<string, Map<string, Response>>()
  const open = async (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>()
    all.set(name, kept)
    return { match: async (url: string) => kept.get(url)?.clone(), put: async (url: string, answer: Response) => void kept.set(url, answer), keys: async () => [...kept.keys()] }
  }
  return { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name), all }
}

const text = async (answer: Response | 'network') => (answer === 'network' ? answer : await answer.text())
const asScript = { mode: 'no-cors', destination: 'script' }

test('before anything is adopted, the worker is not in the way', async () => {
  const here = device()
  assert.equal(await text(await here.get(shell)), '<p>case 1</p>')
  assert.deepEqual((await here.tell({ kind: 'status' })).status, { isAdopted: false })
})

test('what was adopted is served from the device, whatever the server serves', async () => {
  const here = device()
  assert.equal((await here.tell({ kind: 'adopt', digest: here.list().digest, lang: 'de' })).ok, true)
  here.served.set(shell, '<p>evil</p>').set(script, 'evil()')
  assert.equal(await text(await here.get(shell)), '<p>case 1</p>')
  assert.equal(await text(await here.get(script, asScript)), 'one()')
})

test('a file whose bytes are not those of the list is refused, and nothing of that version is used', async () => {
  const here = device()
  here.served.set(script, 'evil()') // the list still says one()
  assert.deepEqual(await here.tell({ kind: 'adopt', digest: here.list().digest, lang: 'de' }), { ok: false, refused: script })
  assert.deepEqual((await here.tell({ kind: 'status' })).status, { isAdopted: false })
  assert.deepEqual((await here.caches.keys()).filter((name) => !/state|reading/.test(name)), [])
})

test('a changed list is shown before it is used, and used only when its own digest was taken over', async () => {
  const here = device()
  const first = here.list()
  await here.tell({ kind: 'adopt', digest: first.digest, lang: 'de' })
  here.served.set(shell, '<p>case 2</p>')
  here.publish()
  const { status } = await here.tell({ kind: 'look' })
  assert.deepEqual([status?.words, status?.waiting?.digest, status?.waiting?.changed], [first.words, here.list().digest, [{ url: shell, kind: 'page' }]])
  assert.equal(await text(await here.get(shell)), '<p>case 1</p>', 'seen is not taken')
  assert.equal((await here.tell({ kind: 'adopt', digest: first.digest, lang: 'de' })).ok, false, 'what was shown must be what is offered')
  assert.equal((await here.tell({ kind: 'adopt', digest: here.list().digest, lang: 'de' })).ok, true)
  assert.equal(await text(await here.get(shell)), '<p>case 2</p>')
  assert.equal((await here.tell({ kind: 'status' })).status?.waiting, undefined)
})

test('a list that claims another digest is refused', async () => {
  const here = device()
  const { digest } = here.list()
  here.served.set(script, 'evil()')
  Object.assign(here.publish(), { digest })
  assert.equal((await here.tell({ kind: 'adopt', digest, lang: 'de' })).ok, false)
})

test('a file that was changed on the device is not served: a plain page says so', async () => {
  const here = device()
  await here.tell({ kind: 'adopt', digest: here.list().digest, lang: 'de' })
  here.caches.all.get(`notes-${here.list().digest}`)?.set(script, new Response('evil()'))
  const answer = await here.get(shell)
  assert.ok(answer !== 'network')
  assert.equal(answer.status, 503)
  const page = await answer.text()
  assert.match(page, /Dieses Programm wurde verändert/)
  assert.ok(page.includes(script))
  assert.equal(((await here.get(script, asScript)) as Response).status, 503)
})

test('no script outside of the list becomes part of the case area', async () => {
  const here = device()
  here.served.set('/assets/other.js', 'other()')
  await here.tell({ kind: 'adopt', digest: listOf(here.served).digest, lang: 'de' })
  here.publish()
  await here.tell({ kind: 'adopt', digest: here.list().digest, lang: 'de' })
  here.served.set('/assets/evil.js', 'evil()')
  assert.equal(((await here.get('/assets/evil.js', asScript)) as Response).status, 503)
  assert.equal(await text(await here.get('/assets/other.js', asScript)), 'other()')
})

test('its own text names no version, so that browsers replace it only when its code changes', () => {
  assert.equal(worker(), worker())
  assert.doesNotMatch(worker(), /[0-9a-f]{12}/)
  assert.equal(createHash('sha256').update(worker()).digest('hex').length, 64)
})
