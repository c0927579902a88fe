import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { PDFDocument, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { bytesOf, joined, latin, utf8 } from './bytes.ts'
import { cleanFile, neutralName, type Cleaned, type Removed } from './clean.ts'
import { readExif } from './exif.ts'
import { canary, docx, exif, gif, heif, jpeg, odt, pdf, png, pptx, webp, xlsx, zipBomb } from './files-testing.ts'

const clean = (bytes: Uint8Array, name = 'IMG_20260501_123456.jpg'): Promise<Cleaned> => cleanFile(bytes, name, 'application/octet-stream')
const holds = (bytes: Uint8Array, text: string): boolean => latin(bytes).includes(text)
const said = ({ removed }: { removed: readonly Removed[] }, what: Removed['what']): readonly string[] => removed.filter((one) => one.what === what).map(({ value }) => value ?? '')

/** Everything that can be read in a file: as it is, and unpacked. */
async function readable(bytes: Uint8Array): Promise<string> {
  if (latin(bytes, 0, 2) === 'PK') return Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}\n${latin(part)}\n${utf8(part)}`).join('\n') + latin(bytes)
  if (latin(bytes, 0, 4) !== '%PDF') return latin(bytes)
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const streams = document.context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFRawStream && !object.dict.toString().includes('DCTDecode') ? latin(decodePDFRawStream(object).decode()) : object.toString()))
  const hex = streams.map((text) => text.replaceAll(/<([0-9A-F]+)>/g, (_, digits: string) => latin(Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))).replaceAll('\0', '')))
  return [...streams, ...hex, latin(bytes)].join('\n')
}

const samples: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = { jpeg, png, webp, gif, heif, pdf, docx, xlsx, pptx, odt }

for (const [kind, make] of Object.entries(samples))
  test(`${kind}: nothing that was hidden can be read any more, and cleaning again finds nothing`, async () => {
    const before = await make()
    assert.match(await readable(before), new RegExp(canary), 'the sample must hold what is looked for')
    const after = await clean(before)
    assert.equal(after.kept, 'clean', after.why)
    assert.doesNotMatch(await readable(after.bytes), new RegExp(canary))
    assert.ok(after.removed.length > 0)
    const again = await clean(after.bytes)
    assert.equal(again.kept, 'clean', again.why)
    assert.deepEqual(again.removed, [])
  })

test('jpeg: the person reads place, camera, author, moment and program; the picture is bit for bit the same', async () => {
  const before = jpeg()
  const after = await clean(before)
  assert.deepEqual(said(after, 'gps'), ['50.77480, 6.08900'])
  assert.deepEqual(said(after, 'camera'), ['Fotohaus', 'Handy 12', `SN-${canary}`])
  assert.ok(said(after, 'author').includes(`Erika ${canary}`))
  assert.deepEqual(said(after, 'date'), ['2026-05-01 12:34:56'])
  assert.deepEqual(said(after, 'software'), ['Kamera-App 4.1', 'Bildwerk 3'])
  assert.ok(after.removed.some(({ what }) => what === 'thumbnail'))
  const scan = latin(before).indexOf('\xff\xda')
  const coded = latin(before).slice(scan, latin(before).indexOf('\xff\xd9') + 2)
  assert.ok(latin(after.bytes).endsWith(coded))
  assert.ok(holds(after.bytes, 'farbprofil') && holds(after.bytes, 'Adobe') && holds(after.bytes, 'JFIF'))
  assert.equal(after.type, 'image/jpeg')
})

test('jpeg: a picture that broke off in the middle is cleaned as far as it goes', async () => {
  const whole = jpeg()
  const scan = latin(whole).indexOf('\xff\xda')
  const after = await clean(whole.subarray(0, scan + 150))
  assert.equal(after.kept, 'clean')
  assert.ok(!holds(after.bytes, canary) && latin(after.bytes).endsWith('\xff\xd9'))
  assert.equal((await clean(whole.subarray(0, scan))).why, 'damaged', 'without any picture there is nothing to keep')
})

test('a picture that lies on its side still stands upright', async () => {
  const turned = async (bytes: Uint8Array, sign: string): Promise<number> => {
    const { bytes: out } = await clean(bytes)
    const at = latin(out).indexOf(sign)
    return at < 0 ? 1 : readExif(out.subarray(at)).orientation
  }
  assert.equal(await turned(jpeg(), 'MM\0*'), 6)
  assert.equal(await turned(png(), 'MM\0*'), 8)
  assert.equal(await turned(webp(), 'MM\0*'), 3)
  assert.equal(readExif(exif(5)).orientation, 5)
})

test('png: what stood behind the end of the picture goes, too, and is named', async () => {
  const after = await clean(png())
  assert.ok(after.removed.some(({ what }) => what === 'history'))
  assert.deepEqual(said(after, 'author')[0], `Erika ${canary}`)
  assert.ok(latin(after.bytes).endsWith('IEND\xaeB`\x82'))
})

test('documents keep their text, their comments, and who answers whom', async () => {
  const parts = unzipSync((await clean(docx())).bytes)
  const text = utf8(parts['word/document.xml'] ?? new Uint8Array())
  assert.match(text, /Sichtbarer Text/)
  assert.match(text, /<w:ins w:id="1" w:author="Person 1">/)
  assert.match(text, /<w:del w:author="Person 2"\/>/)
  assert.match(utf8(parts['word/comments.xml'] ?? new Uint8Array()), /w:author="Person 1"[^>]*>.*Bitte prüfen/)
  assert.equal(parts['docProps/thumbnail.jpeg'], undefined)
  assert.doesNotMatch(utf8(parts['_rels/.rels'] ?? new Uint8Array()), /thumbnail/)
  const sheets = unzipSync((await clean(xlsx())).bytes)
  assert.match(utf8(sheets['xl/worksheets/sheet1.xml'] ?? new Uint8Array()), /<v>42<\/v>.*<pageSetup orientation="portrait"\/>/)
  const open = await clean(odt())
  assert.equal(open.type, 'application/vnd.oasis.opendocument.text')
  assert.equal(latin(open.bytes, 30, 77), 'mimetypeapplication/vnd.oasis.opendocument.text', 'first and unpacked, as OpenDocument wants it')
  assert.match(utf8(unzipSync(open.bytes)['content.xml'] ?? new Uint8Array()), /Sichtbarer Text/)
})

test('documents tell their authors, dates and tracked names', async () => {
  const { removed, type } = await clean(docx())
  assert.equal(type, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  assert.ok(said({ removed }, 'author').includes(`Max ${canary}`))
  assert.ok(said({ removed }, 'history').includes(`Max & ${canary}`))
  assert.ok(said({ removed }, 'date').includes('2026-05-01T12:34:56Z'))
  assert.ok(said({ removed }, 'gps').length === 1, 'the picture inside was cleaned as well')
})

test('pdf: pages stay, old revisions and attached files go', async () => {
  const after = await clean(await pdf())
  const document = await PDFDocument.load(after.bytes, { updateMetadata: false })
  assert.equal(document.getPageCount(), 1)
  assert.equal(document.context.trailerInfo.Info, undefined)
  assert.ok(after.removed.some(({ what }) => what === 'history'))
  assert.ok(said(after, 'author').includes(`Max ${canary}`))
  assert.deepEqual(said(after, 'software').slice(0, 1), ['Textwerk 9'])
})

test('what cannot be read is given back as it was, with the reason', async () => {
  const film = bytesOf('\0\0\0\x18ftypmp42\0\0\0\0isommp42 a film')
  assert.deepEqual(await cleanFile(film, 'a.mp4', 'video/mp4'), { bytes: film, name: 'a.mp4', type: 'video/mp4', removed: [], kept: 'cannot-clean', why: 'unknown' })
  assert.equal((await clean(bytesOf('From: me@example.org\r\nTo: you@example.org\r\n\r\nHallo'))).why, 'unknown')
  assert.equal((await clean(bytesOf('<svg><metadata/></svg>'))).why, 'unknown')
  assert.equal((await clean(bytesOf('Liebe Kollegin, am Montag war es so.'))).kept, 'clean')
  assert.equal((await clean(new Uint8Array())).kept, 'refused')
  assert.equal((await clean(new Uint8Array(25 * 1024 * 1024 + 1))).why, 'too-large')
  const locked = joined([(await pdf()).subarray(0, 60), bytesOf('trailer << /Encrypt 5 0 R >>')])
  assert.equal((await clean(locked)).why, 'encrypted')
})

test('an archive that lies about its size is refused before it fills the memory', async () => {
  const archive = zipBomb(60_000_000)
  const before = process.memoryUsage().arrayBuffers
  const { kept, why } = await clean(archive, 'a.docx')
  assert.deepEqual([kept, why], ['refused', 'bomb'])
  assert.ok(process.memoryUsage().arrayBuffers - before < 30_000_000)
})

test('hostile and cut files end in a declared answer, soon', { timeout: 30_000 }, async () => {
  const files = await Promise.all(Object.values(samples).map(async (make) => make()))
  const heads = files.map((file) => file.subarray(0, 16))
  const answered = async (bytes: Uint8Array): Promise<void> => {
    const { kept, why, bytes: out } = await clean(bytes)
    assert.ok(kept === 'clean' || why !== undefined)
    if (kept !== 'clean') assert.equal(out, bytes)
  }
  await fc.assert(fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, tail) => answered(joined([head, tail]))), { numRuns: 400 })
  await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.nat(), (file, at) => answered(file.subarray(0, at % file.length))), { numRuns: 300 })
  const spoiled = fc.tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }))
  await fc.assert(
    fc.asyncProperty(spoiled, ([file, changes]) => {
      const out = file.slice()
      for (const [at, value] of changes) out[at % out.length] = value
      return answered(out)
    }),
    { numRuns: 400 },
  )
})

test('25 MB are cleaned in well under a second', async () => {
  const scan = new Uint8Array(24 * 1024 * 1024)
  for (let at = 0; at < scan.length; at++) scan[at] = (at * 2_654_435_761) >>> 24
  for (let at = 0; at < scan.length; at++) if (scan[at] === 0xff) scan[at + 1] = 0
  const big = jpeg(scan)
  const start = performance.now()
  const after = await clean(big)
  const took = performance.now() - start
  assert.equal(after.kept, 'clean')
  assert.ok(took < 1_500, `${Math.round(took)} ms`)
})

test('a neutral name tells only the kind', async () => {
  const words = { picture: 'bild', document: 'dokument' }
  assert.equal(neutralName(await clean(jpeg(), 'Erika_IMG.JPEG'), 1, words), 'bild-1.jpg')
  assert.equal(neutralName(await clean(docx(), 'Beschwerde Erika.docx'), 2, words), 'dokument-2.docx')
  assert.equal(neutralName({ bytes: bytesOf('\0\0'), name: 'ohne' }, 3, words), 'dokument-3')
})
