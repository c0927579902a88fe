import { deflateSync, zipSync, zlibSync, strToU8 } from 'fflate'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { be16, be32, bytesOf, crc32, joined, le16, le32 } from './bytes.ts'

/** What must never be found in a cleaned file. */
export const canary = 'KANARIENVOGEL'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
type Value = { tag: number; type: number; count: number; data: Uint8Array }
const ascii = (tag: number, text: string): Value => ({ tag, type: 2, count: text.length + 1, data: bytesOf(`${text}\0`) })
const rationals = (tag: number, ...values: [number, number][]): Value => ({ tag, type: 5, count: values.length, data: Uint8Array.from(values.flatMap(([a, b]) => [...be32(a), ...be32(b)])) })
const pointer = (tag: number, to: number): Value => ({ tag, type: 4, count: 1, data: Uint8Array.from(be32(to)) })

/** One directory with its values behind it. */
function directory(at: number, values: readonly Value[], next = 0): Uint8Array {
  let outside = at + 2 + values.length * 12 + 4
  const entries: Uint8Array[] = [Uint8Array.from(be16(values.length))]
  const behind: Uint8Array[] = []
  for (const { tag, type, count, data } of values) {
    const isInside = data.length <= 4
    entries.push(Uint8Array.from([...be16(tag), ...be16(type), ...be32(count), ...(isInside ? [...data, 0, 0, 0, 0].slice(0, 4) : be32(outside))]))
    if (isInside) continue
    behind.push(data)
    outside += data.length
  }
  return joined([...entries, Uint8Array.from(be32(next)), ...behind])
}

/** A telephone's Exif: camera, author, moment, software, a place in Aachen's cathedral, a thumbnail and an orientation. */
export function exif(orientation = 6): Uint8Array {
  const [atExif, atGps, atThumb] = [600, 1_200, 1_800]
  const main = directory(8, [
    ascii(0x010e, `${canary} picture`), ascii(0x010f, 'Fotohaus'), ascii(0x0110, 'Handy 12'), { tag: 0x0112, type: 3, count: 1, data: Uint8Array.from(be16(orientation)) },
    ascii(0x0131, 'Kamera-App 4.1'), ascii(0x0132, '2026:05:01 12:34:56'), ascii(0x013b, `Erika ${canary}`), pointer(0x8769, atExif), pointer(0x8825, atGps),
  ], atThumb)
  const photo = directory(atExif, [ascii(0x9003, '2026:05:01 12:34:56'), { tag: 0x927c, type: 7, count: 40, data: bytesOf(canary.padEnd(40, '.')) }, ascii(0xa431, `SN-${canary}`)])
  const gps = directory(atGps, [ascii(1, 'N'), rationals(2, [50, 1], [46, 1], [2_928, 100]), ascii(3, 'E'), rationals(4, [6, 1], [5, 1], [204, 10])])
  const thumb = directory(atThumb, [{ tag: 0x0103, type: 3, count: 1, data: bytes(0, 6) }])
  const out = new Uint8Array(2_000)
  out.set(joined([bytesOf('MM'), bytes(0, 42), Uint8Array.from(be32(8)), main]))
  out.set(photo, atExif)
  out.set(gps, atGps)
  out.set(thumb, atThumb)
  return out
}

export const xmp = (): Uint8Array =>
  bytesOf(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Bildwerk 3" tiff:Model="Handy 12"><dc:creator><rdf:Seq><rdf:li>Erika ${canary}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`)

const segment = (marker: number, body: Uint8Array): Uint8Array => joined([bytes(0xff, marker, ...be16(body.length + 2)), body])

/** `scan` is the coded data: without FF, so that it is a legal one of any size. */
export function jpeg(scan: Uint8Array = Uint8Array.from({ length: 300 }, (_, n) => (n * 7) % 251)): Uint8Array {
  const iptc = joined([bytesOf('Photoshop 3.0\x008BIM\x04\x04\0\0'), bytes(0, 0, 0, 20, 0x1c, 2, 80, ...be16(canary.length)), bytesOf(canary)])
  return joined([
    bytes(0xff, 0xd8),
    segment(0xe0, joined([bytesOf('JFIF\0'), bytes(1, 2, 0, 0, 1, 0, 1, 1, 1), bytes(9, 9, 9)])),
    segment(0xe1, joined([bytesOf('Exif\0\0'), exif()])),
    segment(0xe1, joined([bytesOf('http://ns.adobe.com/xap/1.0/\0'), xmp()])),
    segment(0xe2, joined([bytesOf('ICC_PROFILE\0'), bytes(1, 1), bytesOf('farbprofil')])),
    segment(0xe2, bytesOf(`MPF\0${canary}`)),
    segment(0xed, iptc),
    segment(0xee, joined([bytesOf('Adobe'), bytes(0, 100, 0, 0, 0, 0, 1)])),
    segment(0xfe, bytesOf(`made by ${canary}`)),
    segment(0xdb, bytes(0, ...Array.from({ length: 64 }, () => 1))),
    segment(0xc0, bytes(8, 0, 8, 0, 8, 1, 1, 0x11, 0)),
    segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
    scan,
    bytes(0xff, 0, 0xff, 0xd0, 1, 2),
    bytes(0xff, 0xd9),
    bytesOf(`\0\0\0\x18ftypmp42${canary}`),
  ])
}

const chunk = (type: string, body: Uint8Array): Uint8Array => {
  const named = joined([bytesOf(type), body])
  return joined([Uint8Array.from(be32(body.length)), named, Uint8Array.from(be32(crc32(named)))])
}

export const png = (): Uint8Array =>
  joined([
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    chunk('tEXt', bytesOf(`Author\0Erika ${canary}`)),
    chunk('tEXt', bytesOf('Software\0Bildschirmfoto 7')),
    chunk('zTXt', joined([bytesOf('Comment\0\0'), zlibSync(bytesOf(canary))])),
    chunk('iTXt', joined([bytesOf('XML:com.adobe.xmp\0\0\0\0\0'), xmp()])),
    chunk('iTXt', bytesOf(`Title\0\0\0de\0Titel\0${canary}`)),
    chunk('tIME', bytes(7, 0xea, 5, 1, 12, 34, 56)),
    chunk('eXIf', exif(8)),
    chunk('pHYs', bytes(0, 0, 0, 1, 0, 0, 0, 1, 0)),
    chunk('prVt', bytesOf(canary)),
    chunk('IDAT', zlibSync(bytes(0, 200))),
    chunk('IEND', new Uint8Array()),
    bytesOf(`old picture ${canary}`),
  ])

const riff = (type: string, body: Uint8Array): Uint8Array => joined([bytesOf(type), Uint8Array.from(le32(body.length)), body, new Uint8Array(body.length % 2)])

export function webp(): Uint8Array {
  const content = joined([bytesOf('WEBP'), riff('VP8X', bytes(0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0)), riff('VP8L', bytes(0x2f, 0, 0, 0, 0, 7, 7)), riff('EXIF', exif(3)), riff('XMP ', xmp()), riff('ABCD', bytesOf(canary))])
  return joined([bytesOf('RIFF'), Uint8Array.from(le32(content.length)), content])
}

export const gif = (): Uint8Array =>
  joined([
    bytesOf('GIF89a'), bytes(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    bytes(0x21, 0xff, 11), bytesOf('NETSCAPE2.0'), bytes(3, 1, 0, 0, 0),
    bytes(0x21, 0xfe, canary.length), bytesOf(canary), bytes(0),
    bytes(0x21, 0xff, 11), bytesOf('XMP DataXMP'), bytes(xmp().length % 256), xmp().subarray(0, xmp().length % 256), bytes(0),
    bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0), bytes(0x3b),
  ])

const box = (type: string, body: Uint8Array): Uint8Array => joined([Uint8Array.from(be32(body.length + 8)), bytesOf(type), body])
const full = (type: string, version: number, body: Uint8Array): Uint8Array => box(type, joined([bytes(version, 0, 0, 0), body]))

/** A HEIC with one picture item, one Exif item and one XMP item, all in mdat. */
export function heif(): Uint8Array {
  const [picture, exifItem, xmpItem] = [bytesOf('hevc-coded-picture'), joined([bytes(0, 0, 0, 0), exif(1)]), xmp()]
  const ftyp = box('ftyp', joined([bytesOf('heic'), bytes(0, 0, 0, 0), bytesOf('mif1heic')]))
  const infe = (id: number, type: string, rest: Uint8Array): Uint8Array => full('infe', 2, joined([bytes(...be16(id), 0, 0), bytesOf(type), rest]))
  const iinf = full('iinf', 0, joined([bytes(0, 3), infe(1, 'hvc1', bytes(0)), infe(2, 'Exif', bytes(0)), infe(3, 'mime', bytesOf('\0application/rdf+xml\0'))]))
  const iloc = (from: number): Uint8Array => {
    let at = from
    const items = [picture, exifItem, xmpItem].map((item, n) => {
      const entry = bytes(...be16(n + 1), 0, 0, 0, 1, ...be32(at), ...be32(item.length))
      at += item.length
      return entry
    })
    return full('iloc', 0, joined([bytes(0x44, 0x00, 0, 3), ...items]))
  }
  const meta = (from: number): Uint8Array => full('meta', 0, joined([iinf, iloc(from)]))
  const start = ftyp.length + meta(0).length + 8
  return joined([ftyp, meta(start), box('mdat', joined([picture, exifItem, xmpItem])), box('udta', bytesOf(canary))])
}

/** Written by hand, with Info, XMP, a picture with Exif, an annotation with a name, an attached file, and a second revision. */
export async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setAuthor(`Erika ${canary}`)
  document.setProducer('Textwerk 9')
  document.setCreationDate(new Date('2026-05-01T12:34:56Z'))
  const { context, catalog } = document
  const old = context.register(context.obj({ Old: PDFString.of(`deleted sentence ${canary}`) }))
  const page = document.addPage([200, 200])
  page.drawText('Sichtbarer Text')
  page.node.set(PDFName.of('Annots'), context.obj([context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], T: PDFString.of(`Max ${canary}`), M: PDFString.of('D:20260501123456Z'), Contents: PDFHexString.fromText('Anmerkung') })]))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(canary) } }))
  page.node.setXObject(PDFName.of('Im1'), context.register(context.stream(jpeg(), { Type: 'XObject', Subtype: 'Image', Width: 8, Height: 8, ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'DCTDecode' })))
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(xmp(), { Type: 'Metadata', Subtype: 'XML' })))
  await document.attach(bytesOf(`attached ${canary}`), `${canary}.txt`, { mimeType: 'text/plain' })
  const first = await document.save({ useObjectStreams: false })
  return joined([first, bytesOf(`\n% ${old.tag}\n%%EOF\n`)])
}

const zip = (parts: Readonly<Record<string, string | Uint8Array>>, stored: readonly string[] = []): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, [typeof content === 'string' ? strToU8(content) : content, { level: stored.includes(name) ? 0 : 6, mtime: '2026-05-01T12:34:56Z', extra: { 0x7875: bytesOf(canary) } }]])))

const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Beschwerde</dc:title><dc:creator>Erika ${canary}</dc:creator><cp:lastModifiedBy>Max ${canary}</cp:lastModifiedBy><cp:revision>17</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">2026-05-01T12:34:56Z</dcterms:created></cp:coreProperties>`
const application = `<Properties><Application>Textwerk</Application><Company>Stadt ${canary}</Company><Template>C:\\${canary}.dotm</Template></Properties>`
const relations = '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://x/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/></Relationships>'

export const docx = (): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations,
    'docProps/core.xml': core,
    'docProps/app.xml': application,
    'docProps/custom.xml': `<Properties><property name="Aktenzeichen"><vt:lpwstr>${canary}</vt:lpwstr></property></Properties>`,
    'docProps/thumbnail.jpeg': jpeg(),
    'word/document.xml': `<w:document><w:body><w:p w:rsidR="00AB12CD"><w:ins w:id="1" w:author="Erika ${canary}" w:date="2026-05-01T12:34:56Z"><w:r><w:t>Sichtbarer Text</w:t></w:r></w:ins><w:del w:author="Max &amp; ${canary}" w:date="x"/></w:p></w:body></w:document>`,
    'word/comments.xml': `<w:comments><w:comment w:id="0" w:author="Erika ${canary}" w:initials="E${canary}" w:date="x"><w:p><w:r><w:t>Bitte prüfen</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="Erika ${canary}"><w15:presenceInfo w15:providerId="AD" w15:userId="${canary}"/></w15:person></w15:people>`,
    'word/settings.xml': `<w:settings><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00${canary}"/></w:rsids></w:settings>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/attachedTemplate" Target="file:///C:/Users/${canary}/t.dotm" TargetMode="External"/></Relationships>`,
    'word/media/image1.jpeg': jpeg(),
    'customXml/item1.xml': `<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><SharedWith>${canary}</SharedWith></p:properties>`,
  })

export const xlsx = (): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types><Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="x"/></Types>',
    'docProps/core.xml': core,
    'xl/workbook.xml': `<workbook><fileSharing userName="${canary}"/><mc:AlternateContent><mc:Choice><x15ac:absPath url="C:\\Users\\${canary}\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Sichtbar" sheetId="1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>42</v></c></row></sheetData><pageSetup orientation="portrait" r:id="rId1"/></worksheet>',
    'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://x/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>',
    'xl/printerSettings/printerSettings1.bin': bytesOf(`printer of ${canary}`),
    'xl/comments1.xml': `<comments><authors><author>Erika ${canary}</author></authors><commentList><comment ref="A1"><text>Bemerkung</text></comment></commentList></comments>`,
    'xl/persons/person.xml': `<personList><person displayName="Erika ${canary}" id="{1}" userId="S::${canary}" providerId="AD"/></personList>`,
  })

export const pptx = (): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'docProps/core.xml': core,
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor id="1" name="Erika ${canary}" initials="${canary}" lastIdx="1"/></p:cmAuthorLst>`,
    'ppt/comments/comment1.xml': '<p:cmLst><p:cm authorId="1" dt="2026-05-01T12:34:56" idx="1"><p:text>Bemerkung</p:text></p:cm></p:cmLst>',
  })

export const odt = (): Uint8Array =>
  zip(
    {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'meta.xml': `<office:document-meta><office:meta><meta:generator>Textwerk</meta:generator><meta:initial-creator>Erika ${canary}</meta:initial-creator><dc:creator>Max ${canary}</dc:creator><dc:date>2026-05-01T12:34:56</dc:date><meta:user-defined meta:name="x">${canary}</meta:user-defined></office:meta></office:document-meta>`,
      'content.xml': `<office:document-content><office:body><text:tracked-changes><office:change-info><dc:creator>Erika ${canary}</dc:creator><dc:date>2026-05-01T12:34:56</dc:date></office:change-info></text:tracked-changes><text:p>Sichtbarer Text</text:p><office:annotation><dc:creator>Max ${canary}</dc:creator><meta:creator-initials>${canary}</meta:creator-initials></office:annotation></office:body></office:document-content>`,
      'settings.xml': `<config:config-item config:name="PrinterName" config:type="string">${canary}</config:config-item>`,
      'Thumbnails/thumbnail.png': png(),
      'Versions/1': bytesOf(canary),
      'META-INF/manifest.xml': '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/><manifest:file-entry manifest:full-path="Versions/1"/></manifest:manifest>',
    },
    ['mimetype'],
  )

/** An archive with one part of zeros that says it is small and unpacks to `size` bytes. */
export function zipBomb(size: number): Uint8Array {
  const packed = deflateSync(new Uint8Array(size), { level: 9 })
  const name = bytesOf('[Content_Types].xml')
  const common = [...le16(20), 0, 0, ...le16(8), 0, 0, 0, 0, 0, 0, 0, 0, ...le32(packed.length), ...le32(1_000), ...le16(name.length), 0, 0]
  const local = joined([bytesOf('PK\x03\x04'), Uint8Array.from(common), name, packed])
  const other = bytesOf('word/document.xml')
  const entry = (label: Uint8Array): Uint8Array => joined([bytesOf('PK\x01\x02'), Uint8Array.from([20, 0, ...common.slice(0, 22), ...le16(label.length), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), label])
  const list = joined([entry(name), entry(other)])
  return joined([local, list, bytesOf('PK\x05\x06'), Uint8Array.from([0, 0, 0, 0, 2, 0, 2, 0, ...le32(list.length), ...le32(local.length), 0, 0])])
}
