import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { zipOf, type ZipFile } from './zip.ts'

const moment = new Date('2026-07-01T08:30:00Z')
const archiveOf = async (files: readonly ZipFile[]): Promise<Buffer> => Buffer.concat(await Array.fromAsync(zipOf(files, moment)))

/** Reads an archive as programs do: from its end, by its directory. */
function read(archive: Buffer): { path: string; bytes: Buffer; time: number; day: number }[] {
  const end = archive.length - 22
  assert.equal(archive.readUInt32LE(end), 0x06054b50)
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    assert.equal(archive.readUInt32LE(at), 0x02014b50)
    const [method, time, day, sum, packed, size, name, local] = [archive.readUInt16LE(at + 10), archive.readUInt16LE(at + 12), archive.readUInt16LE(at + 14), archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]
    const path = archive.toString('utf8', at + 46, at + 46 + name)
    assert.equal(archive.readUInt32LE(local), 0x04034b50)
    assert.equal(archive.toString('utf8', local + 30, local + 30 + name), path)
    const content = archive.subarray(local + 30 + name, local + 30 + name + packed)
    const bytes = method === 8 ? inflateRawSync(content) : content
    assert.equal(bytes.length, size)
    assert.equal(crc32(bytes), sum)
    at += 46 + name
    return { path, bytes, time, day }
  })
}

test('what goes in comes out, however many files and whatever is in them', async () => {
  const file = fc.record({ path: fc.stringMatching(/^[a-z0-9][a-zäö0-9._-]{0,20}(\/[a-z0-9]{1,5})?$/), bytes: fc.uint8Array({ maxLength: 2_000 }) })
  await fc.assert(fc.asyncProperty(fc.uniqueArray(file, { maxLength: 6, selector: ({ path }) => path }), async (files) => {
    assert.deepEqual(read(await archiveOf(files)).map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) })), files.map(({ path, bytes }) => ({ path, bytes })))
  }), { numRuns: 60 }) // prettier-ignore
})

test('texts are packed, a moment is told in Berlin time, and the same files make the same bytes', async () => {
  const files = [{ path: 'text.md', bytes: Buffer.from('Wegweiser '.repeat(1_000)) }]
  const archive = await archiveOf(files)
  assert.ok(archive.length < 300)
  const [one] = read(archive)
  assert.deepEqual([(one?.time ?? 0) >> 11, ((one?.time ?? 0) >> 5) & 63, ((one?.day ?? 0) >> 9) + 1980, ((one?.day ?? 0) >> 5) & 15, (one?.day ?? 0) & 31], [10, 30, 2026, 7, 1])
  assert.deepEqual(archive, await archiveOf(files))
})

test('no path leads out of the folder it is unpacked in', async () => {
  const paths = ['../../etc/passwd', '/etc/passwd', 'a/../../b', String.raw`..\..\c`, './d', '..']
  assert.deepEqual(read(await archiveOf(paths.map((path) => ({ path, bytes: Buffer.from('x') })))).map(({ path }) => path), ['etc/passwd', 'etc/passwd', 'a/b', 'c', 'd', 'file'])
})
