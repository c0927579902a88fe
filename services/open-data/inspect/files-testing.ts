/** Files of many formats as tests need them, made here so that what is in them can be read beside the test. */
import { crc32, deflateRawSync } from 'node:zlib'

type Part = { readonly name: string; readonly content: Buffer | string; /** Says another unpacked size than is true. */ readonly saysSize?: number }

/** A zip of the parts, packed. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content, saysSize } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(saysSize ?? bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, packed])
    const entry = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(10), Buffer.alloc(4), label])
    entry.writeUInt32LE(offset, 42)
    bodies.push(local)
    list.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

/** A cell of a sheet: text, number, truth, or number with a style: 1 date, 2 moment, 3 five figures with zeros; `formula` with its last value. */
export type SheetCell = string | number | boolean | null | { readonly value?: number; readonly style?: 1 | 2 | 3; readonly formula?: string; readonly error?: string }
export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[]; readonly merges?: readonly string[]; readonly hidden?: boolean }

/** An Excel workbook as Excel writes it, in the parts that matter here. */
export function xlsxOf(sheets: readonly Sheet[], more: readonly Part[] = []): Buffer {
  const shared: string[] = []
  const sheetParts = sheets.map(({ rows, merges = [] }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, at) => (row.length ? `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, shared)).join('')}</row>` : '')).join('')}</sheetData>${merges.length ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
  }))
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${name}" sheetId="${index + 1}" ${hidden ? 'state="hidden" ' : ''}r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>' },
    ...sheetParts,
    { name: 'xl/sharedStrings.xml', content: `<sst>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>` },
    ...more,
  ])
}

function cellXml(cell: SheetCell, place: string, shared: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${shared.push(cell) - 1}</v></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (cell.error) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`
  return `<c r="${place}"${cell.style ? ` s="${cell.style}"` : ''}>${cell.formula ? `<f>${escaped(cell.formula)}</f>` : ''}${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`
}

const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26))
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A dBASE table of text columns. */
export function dbfOf(names: readonly string[], rows: readonly (readonly string[])[], encoding: 'latin1' | 'utf8' = 'latin1'): Buffer {
  const size = 40
  const header = 32 + names.length * 32 + 1
  const head = Buffer.alloc(header)
  head[0] = 3
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(header, 8)
  head.writeUInt16LE(1 + names.length * size, 10)
  names.forEach((name, index) => {
    head.write(name, 32 + index * 32, 'latin1')
    head[32 + index * 32 + 11] = 67
    head[32 + index * 32 + 16] = size
  })
  head[header - 1] = 0x0d
  const cell = (text: string) => Buffer.concat([Buffer.from(text, encoding), Buffer.alloc(size, 0x20)]).subarray(0, size)
  return Buffer.concat([head, ...rows.map((row) => Buffer.concat([Buffer.from(' '), ...row.map(cell)]))])
}

/** A shapefile of points; null is a shape without geometry. */
export function shpOf(points: readonly (readonly [number, number] | null)[]): Buffer {
  const records = points.map((point, index) => {
    const content = Buffer.alloc(point ? 20 : 4)
    if (point) {
      content.writeInt32LE(1, 0)
      content.writeDoubleLE(point[0], 4)
      content.writeDoubleLE(point[1], 12)
    }
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(1, 32)
  const known = points.filter((point) => point !== null)
  head.writeDoubleLE(Math.min(...known.map(([x]) => x)), 36)
  head.writeDoubleLE(Math.min(...known.map(([, y]) => y)), 44)
  head.writeDoubleLE(Math.max(...known.map(([x]) => x)), 52)
  head.writeDoubleLE(Math.max(...known.map(([, y]) => y)), 60)
  return Buffer.concat([head, ...records])
}
