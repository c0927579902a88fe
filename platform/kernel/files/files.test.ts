import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import S3rver from 's3rver'
import { enqueue } from '../jobs/enqueue.ts'
import { findJob } from '../jobs/queries.ts'
import { eventually, testPlatform } from '../jobs/test-platform.ts'
import { startWorker } from '../jobs/worker.ts'
import { NotFound } from '../database/index.ts'
import { fileAnswer } from './answer.ts'
import { judgeContent } from './content-type.ts'
import { openDisk } from './disk.ts'
import { findFile, forgetFile, recordFile } from './queries.ts'
import { readRange } from './range.ts'
import { plainName, receiveFile } from './receive.ts'
import { openS3 } from './s3.ts'
import { FileTooLarge, type FileStore } from './store.ts'
import { sweepFiles } from './sweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'modellregion-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const mebibyte = 1_048_576
const limit = 20 * mebibyte
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const stream = (bytes: Buffer, chunk = 70_000) => Readable.from((function* () { for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk) })()) // prettier-ignore
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let bucket: S3rver
let port = 0
before(async () => {
  bucket = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3'), configureBuckets: [{ name: 'towns', configs: [] }] })
  port = (await bucket.run()).port
})
after(() => bucket.close())

const stores: [string, () => FileStore][] = [
  ['disk', () => openDisk(join(folder, 'disk'), () => new Date())],
  ['s3', () => openS3({ endpoint: `http://127.0.0.1:${port}`, bucket: 'towns', accessKey: 'S3RVER', secretKey: 'S3RVER', region: 'us-east-1' })],
]
for (const [name, open] of stores)
  describe(`file store on ${name}`, () => {
    test('what is put is got again, whole and in parts, and the same bytes lie there once', async () => {
      const store = open()
      const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251))
      const kept = await store.put('erlenau', stream(bytes), { limit })
      assert.deepEqual(kept, { sha256: hashOf(bytes), size: bytes.length })
      await store.put('erlenau', stream(bytes), { limit })
      assert.deepEqual(await buffer(await store.get('erlenau', kept.sha256)), bytes)
      assert.deepEqual(await buffer(await store.get('erlenau', kept.sha256, { start: 10, end: 19 })), bytes.subarray(10, 20))
      assert.equal((await store.stat('erlenau', kept.sha256))?.size, bytes.length)
      const listed = await Array.fromAsync(store.list('erlenau'))
      assert.deepEqual(listed.map((object) => object.sha256), [kept.sha256])
      assert.equal(await store.check(), undefined)
      await store.delete('erlenau', kept.sha256)
      await assert.rejects(store.get('erlenau', kept.sha256), NotFound)
      assert.equal(await store.stat('erlenau', kept.sha256), undefined)
    })

    test('another town does not reach it', async () => {
      const store = open()
      const { sha256 } = await store.put('erlenau', stream(Buffer.from('mine')), { limit })
      await assert.rejects(store.get('moorbek', sha256), NotFound)
      await assert.rejects(async () => await store.get('../erlenau', sha256), /is no town/)
      await assert.rejects(async () => await store.get('erlenau', '../../etc/passwd'), /64 hexadecimal/)
      await store.delete('erlenau', sha256)
    })

    test('a file that grows too large is refused while it flows and leaves nothing behind', async () => {
      const store = open()
      let sent = 0
      const endless = Readable.from((function* () { for (;;) { sent += 65_536; yield Buffer.alloc(65_536) } })()) // prettier-ignore
      await assert.rejects(store.put('moorbek', endless, { limit: mebibyte }), FileTooLarge)
      assert.ok(sent < 3 * mebibyte, `${sent} bytes were taken`)
      assert.deepEqual(await Array.fromAsync(store.list('moorbek')), [])
    })

    test('twelve megabytes pass', async () => {
      const store = open()
      const bytes = Buffer.alloc(12 * mebibyte, 'abcdefg')
      const { sha256 } = await store.put('erlenau', stream(bytes), { limit })
      assert.equal(hashOf(await buffer(await store.get('erlenau', sha256))), hashOf(bytes))
      await store.delete('erlenau', sha256)
    })
  })

test('a broken upload leaves no half file', async () => {
  const store = openDisk(join(folder, 'broken'), () => new Date())
  const broken = Readable.from((function* () { yield png; throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' }) })()) // prettier-ignore
  const received = await receiveFile(store, 'erlenau', { name: 'a.png', declaredType: 'image/png', content: broken }, { limit })
  assert.equal(received.ok, false)
  assert.equal(!received.ok && received.code, 'files.error.interrupted')
  assert.deepEqual(await Array.fromAsync(store.list('erlenau')), [])
})

test('the bytes decide what a file is', async () => {
  const csv = Buffer.from('Straße;Nummer\nAm Markt;1\n')
  const judge = async (bytes: Buffer, name: string, type: string) => {
    const judged = await judgeContent(bytes, name, type)
    return judged.ok ? judged.type : 'refused'
  }
  assert.equal(await judge(png, 'bild.png', 'image/png'), 'image/png')
  assert.equal(await judge(png, 'bild.png', 'application/octet-stream'), 'image/png')
  assert.equal(await judge(png, 'bild.pdf', 'application/pdf'), 'refused')
  assert.equal(await judge(png, 'tabelle.csv', 'text/csv'), 'refused')
  assert.equal(await judge(csv, 'tabelle.csv', 'application/vnd.ms-excel'), 'text/csv')
  assert.equal(await judge(Buffer.from(csv.toString(), 'latin1'), 'tabelle.csv', ''), 'text/csv')
  assert.equal(await judge(csv, 'bild.png', 'image/png'), 'refused')
  assert.equal(await judge(Buffer.from('<?xml version="1.0"?><rdf:RDF xmlns:rdf="x"/>'), 'k.rdf', 'application/rdf+xml'), 'application/rdf+xml')
  assert.equal(await judge(Buffer.from('MZ\0\0\x01'), 'brief.txt', 'text/plain'), 'refused')
  assert.equal(await judge(Buffer.from('{}'), 'a.geojson', 'application/json'), 'application/geo+json')
})

test('refusals name the reason as a key of the words', async () => {
  const store = openDisk(join(folder, 'refusals'), () => new Date())
  const receive = (bytes: Buffer, options: { limit: number; allowedTypes?: string[] }, declaredType = 'image/png') => receiveFile(store, 'erlenau', { name: 'C:\\Bilder\\a.png', declaredType, content: stream(bytes) }, options)
  assert.deepEqual(await receive(Buffer.alloc(0), { limit }), { ok: false, code: 'files.error.empty', args: { name: 'a.png' } })
  assert.deepEqual(await receive(png, { limit: 10 }), { ok: false, code: 'files.error.too-large', args: { name: 'a.png', max: 10 } })
  assert.deepEqual(await receive(png, { limit, allowedTypes: ['application/pdf'] }), { ok: false, code: 'files.error.type-refused', args: { name: 'a.png', formats: 'application/pdf' } })
  assert.deepEqual(await receive(png, { limit, allowedTypes: ['image/'] }), { ok: true, file: { sha256: hashOf(png), size: png.length, name: 'a.png', type: 'image/png' } })
  assert.deepEqual(readdirSync(join(folder, 'refusals/.incoming')), [])
})

test('names lose folders and control characters and keep their ending', () => {
  assert.equal(plainName('../../etc/passwd'), 'passwd')
  assert.equal(plainName('C:\\fakepath\\Übersicht\u202e 2026.csv'), 'Übersicht 2026.csv')
  assert.equal(plainName(`${'x'.repeat(300)}.csv`).length, 200)
  assert.ok(plainName(`${'x'.repeat(300)}.csv`).endsWith('.csv'))
})

test('ranges: any header gives bytes inside the file, "unsatisfiable" or the whole', () => {
  assert.deepEqual(readRange('bytes=0-9', 100), { start: 0, end: 9 })
  assert.deepEqual(readRange('bytes=90-', 100), { start: 90, end: 99 })
  assert.deepEqual(readRange('bytes=-5', 100), { start: 95, end: 99 })
  assert.deepEqual(readRange('bytes=-500', 100), { start: 0, end: 99 })
  assert.equal(readRange('bytes=100-', 100), 'unsatisfiable')
  assert.equal(readRange('bytes=0-1,5-6', 100), undefined)
  assert.equal(readRange('bytes=9-3', 100), undefined)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`), fc.nat().map((n) => `bytes=-${n}`)), fc.nat(), (header, size) => {
      const range = readRange(header, size)
      if (range === undefined || range === 'unsatisfiable') return true
      return range.start >= 0 && range.start <= range.end && range.end < size
    }),
  )
})

test('an answer is a download, in parts when asked, and not sent again when known', async () => {
  const store = openDisk(join(folder, 'answers'), () => new Date())
  const { sha256, size } = await store.put('erlenau', stream(png), { limit })
  const file = { tenant: 'erlenau', id: '1', sha256, size, name: 'Grün "1".png', type: 'image/png', createdAt: new Date() }
  const ask = async (headers: Record<string, string>) => {
    const answer = await fileAnswer(store, file, headers)
    assert.equal(answer.kind, 'body')
    if (answer.kind !== 'body') throw new Error('not a body')
    const bytes = typeof answer.body === 'string' || Buffer.isBuffer(answer.body) ? Buffer.from(answer.body) : await buffer(answer.body)
    return { ...answer, bytes }
  }
  const whole = await ask({})
  assert.deepEqual(whole.bytes, png)
  assert.equal(whole.headers['content-disposition'], `attachment; filename="Grun _1_.png"; filename*=UTF-8''Gr%C3%BCn%20%221%22.png`)
  assert.equal(whole.headers['x-content-type-options'], 'nosniff')
  const part = await ask({ range: 'bytes=1-3' })
  assert.equal(part.status, 206)
  assert.equal(part.bytes.toString(), 'PNG')
  assert.equal(part.headers['content-range'], `bytes 1-3/${size}`)
  assert.equal((await ask({ range: 'bytes=1-3', 'if-range': '"other"' })).status, 200)
  assert.equal((await ask({ range: `bytes=${size}-` })).status, 416)
  assert.equal((await ask({ 'if-none-match': `W/"${sha256}"` })).status, 304)
})

test('the sweep removes what no row has named for a day, and nothing else', async () => {
  const tested = await testPlatform()
  const worker = await startWorker(tested.platform)
  const { files } = tested.platform
  try {
    const keep = async (text: string) => ({ ...(await files.put('erlenau', stream(Buffer.from(text)), { limit })), name: `${text}.txt`, type: 'text/plain' })
    const [named, unnamed, young, shared] = [await keep('named'), await keep('unnamed'), await keep('young'), await keep('shared')]
    const ids = await tested.temporary.unit('erlenau', 'platform', async (db) => [(await recordFile(db, named)).id, (await recordFile(db, shared)).id, (await recordFile(db, shared)).id])
    await tested.temporary.unit('erlenau', 'platform', (db) => forgetFile(db, ids[1] ?? ''))
    for (const { sha256 } of [named, unnamed, shared]) {
      const path = join(tested.folder, 'files/erlenau', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
      const before_ = new Date(Date.now() - 25 * 3_600_000)
      utimesSync(path, before_, before_)
    }
    const job = await tested.temporary.unit('erlenau', 'platform', (db) => enqueue(db, sweepFiles, {}))
    await eventually(() => tested.temporary.read('erlenau', 'platform', async (db) => (await findJob(db, job))?.state === 'done'))
    const left = (await Array.fromAsync(files.list('erlenau'))).map((object) => object.sha256).sort()
    assert.deepEqual(left, [named.sha256, young.sha256, shared.sha256].sort())
    assert.ok(await tested.temporary.read('erlenau', 'platform', (db) => findFile(db, ids[2] ?? '')))
    assert.equal(await tested.temporary.read('moorbek', 'platform', (db) => findFile(db, ids[2] ?? '')), undefined)
  } finally {
    await worker.stop()
    await tested.close()
  }
})
