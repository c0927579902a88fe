import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { guardedFetchAll } from './fetch-all.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { FetchRefusalError } from './refusal.ts'
import type { FetchOptions } from './guarded-fetch.ts'

let server: Server
let port = 0
let hits = 0

const answers: Record<string, RequestListener> = {
  '/ok': (_, response) => response.writeHead(200, { 'content-type': 'text/turtle', etag: '"1"' }).end('hello'),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
  '/bomb': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
  '/broken-gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all'),
  '/once': (_, response) => response.writeHead(302, { location: '/ok' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/metadata': (_, response) => response.writeHead(307, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/404': (_, response) => response.writeHead(404).end('no'),
  '/silent': () => undefined,
  '/drip': (_, response) => { response.writeHead(200); response.write('a') },
  '/endless': (_, response) => {
    response.writeHead(200)
    const more = () => { while (!response.destroyed && response.write(Buffer.alloc(65_536))); }
    response.on('drain', more)
    more()
  },
}

before(async () => {
  server = createServer((request, response) => { hits++; (answers[request.url ?? ''] ?? answers['/404'])?.(request, response) })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
after(() => { server.closeAllConnections(); server.close() })

const local = (options: FetchOptions = {}): FetchOptions => ({ allow: [`127.0.0.1:${port}`], ...options })
const at = (path: string) => `http://127.0.0.1:${port}${path}`

async function outcome(address: string, options: FetchOptions = {}): Promise<string> {
  const fetched = await guardedFetch(address, options)
  if (!fetched.ok) return fetched.refusal.reason
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of fetched.body) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  } catch (error) {
    assert.ok(error instanceof FetchRefusalError, String(error))
    return error.refusal.reason
  }
}

describe('guarded fetch', () => {
  it('fetches, follows a redirect and decompresses', async () => {
    assert.equal(await outcome(at('/ok'), local()), 'hello')
    assert.equal(await outcome(at('/once'), local()), 'hello')
    assert.equal(await outcome(at('/gzip'), local()), 'hello')
  })

  it('does not call loopback unless the operator allows exactly that', async () => {
    const before = hits
    assert.equal(await outcome(at('/ok')), 'address-forbidden')
    assert.equal(await outcome(at('/ok'), { allow: ['127.0.0.1:1'] }), 'address-forbidden')
    assert.equal(await outcome(`http://localhost:${port}/ok`), 'address-forbidden')
    assert.equal(hits, before)
    assert.equal(await outcome(at('/ok'), { allow: ['127.0.0.0/8'] }), 'hello')
  })

  for (const address of [
    'http://10.1.2.3/', 'http://192.168.0.1/', 'http://172.16.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0/', 'http://169.254.169.254/', 'http://100.64.0.1/',
    'http://168.63.129.16/', 'http://224.0.0.1/', 'http://255.255.255.255/', 'http://[::1]/', 'http://[::ffff:10.0.0.1]/', 'http://[fd00::1]/', 'http://[fe80::1]/', 'http://[64:ff9b::a00:1]/', 'http://[2002:a00:1::]/',
    'http://192.0.2.1/', 'http://metadata.google.internal/', 'http://printer.local/', 'http://intranet/', 'http://example.org:22/', 'http://example.org:25/',
  ]) {
    it(`refuses ${address}`, async () => { assert.equal(await outcome(address, { lookup: async () => ['93.184.215.14'], timeout: 500 }), 'address-forbidden') })
  }

  it('refuses other schemes, credentials and nonsense', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/', 'data:text/plain,x']) assert.equal(await outcome(address), 'scheme-forbidden')
    assert.equal(await outcome('https://user:secret@example.org/'), 'url-invalid')
    assert.equal(await outcome('not an address'), 'url-invalid')
  })

  it('checks every address of a name', async () => {
    assert.equal(await outcome('https://public.example.org/', { lookup: async () => ['93.184.215.14', '10.0.0.1'] }), 'address-forbidden')
    assert.equal(await outcome('https://gone.example.org/', { lookup: async () => { throw new Error('ENOTFOUND') } }), 'name-unknown')
  })

  it('connects to the address it checked: rebinding gains nothing', async () => {
    let asked = 0
    const lookup = async () => { asked++; return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'] }
    assert.equal(await outcome(`http://rebind.example.org:${port}/ok`, { allow: [`127.0.0.1:${port}`], lookup }), 'hello')
    assert.equal(asked, 1)
  })

  it('checks redirects like the first address', async () => {
    assert.equal(await outcome(at('/inside'), local()), 'address-forbidden')
    assert.equal(await outcome(at('/metadata'), local()), 'address-forbidden')
    assert.equal(await outcome(at('/file'), local()), 'scheme-forbidden')
    assert.equal(await outcome(at('/loop'), local()), 'too-many-redirects')
  })

  it('ends at limits of size, also behind compression', async () => {
    assert.equal(await outcome(at('/endless'), local({ maxBytes: 1_000_000 })), 'too-large')
    assert.equal(await outcome(at('/bomb'), local({ maxBytes: 1_000_000 })), 'too-large')
    assert.equal(await outcome(at('/ok'), local({ maxBytes: 2 })), 'too-large')
  })

  it('ends at limits of time and on request', async () => {
    assert.equal(await outcome(at('/silent'), local({ timeout: 100 })), 'timeout')
    assert.equal(await outcome(at('/drip'), local({ timeout: 100 })), 'timeout')
    assert.equal(await outcome(at('/silent'), local({ signal: AbortSignal.timeout(50) })), 'cancelled')
  })

  it('reports status and broken bodies', async () => {
    assert.equal(await outcome(at('/404'), local()), 'status')
    assert.equal(await outcome(at('/broken-gzip'), local()), 'unreachable')
    assert.equal(await outcome('http://127.0.0.1:1/', { allow: ['127.0.0.1:1'] }), 'unreachable')
  })

  it('brings something small as a whole, with failures of the body as values', async () => {
    const whole = await guardedFetchAll(at('/ok'), local())
    assert.ok(whole.ok)
    assert.equal(Buffer.from(whole.bytes).toString(), 'hello')
    assert.equal(whole.etag, '"1"')
    const large = await guardedFetchAll(at('/bomb'), local())
    assert.deepEqual([large.ok, !large.ok && large.refusal.reason], [false, 'too-large'])
  })
})
