import { open } from 'node:fs/promises'
import type { FileKind } from './schema.ts'
import { listZip, type ZipRefused } from './zip.ts'

export type Kind = FileKind | 'ndjson' | 'xls' | 'empty' | 'xlsm'

/** The first bytes of a file. */
export async function headOf(file: string, size: number): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** What a file is: by its bytes, and only where they do not tell, by its name. */
export async function kindOf(file: string, name: string): Promise<{ ok: true; kind: Kind } | ZipRefused> {
  const head = await headOf(file, 65_536)
  if (head.length === 0) return { ok: true, kind: 'empty' }
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return { ok: true, kind: 'parquet' }
  if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3') return { ok: true, kind: 'geopackage' }
  if (head.readUInt16BE(0) === 0xd0cf) return { ok: true, kind: 'xls' }
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return await kindOfZip(file)
  const text = head.toString('utf8').replace(/^\ufeff/, '').trimStart()
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (text.startsWith('{') || text.startsWith('[')) return { ok: true, kind: jsonKind(text, ending) }
  if (/^%PDF|^\x89PNG|^\xff\xd8\xff|^GIF8|^MZ|^\x7fELF|^<\?xml|^<!doctype|^<html/i.test(head.subarray(0, 20).toString('latin1').trimStart())) return { ok: true, kind: 'other' }
  return { ok: true, kind: 'csv' }
}

function jsonKind(text: string, ending: string): Kind {
  if (/"type"\s*:\s*"FeatureCollection"/.test(text.slice(0, 20_000)) || ending === 'geojson') return 'geojson'
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n')).trim()
  return text.startsWith('{') && (ending === 'ndjson' || ending === 'jsonl' || isWholeObject(firstLine) && /\n\s*\{/.test(text)) ? 'ndjson' : 'json'
}

function isWholeObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

async function kindOfZip(file: string): Promise<{ ok: true; kind: Kind } | ZipRefused> {
  const listed = await listZip(file)
  if (!listed.ok) return listed
  const names = listed.entries.map((entry) => entry.name.toLowerCase())
  if (names.includes('xl/workbook.xml')) return { ok: true, kind: names.some((entry) => entry.endsWith('vbaproject.bin')) ? 'xlsm' : 'xlsx' }
  if (names.includes('content.xml') && names.includes('mimetype')) return { ok: true, kind: 'ods' }
  if (names.some((entry) => entry.endsWith('.shp') || entry.endsWith('.dbf') || entry.endsWith('.shx'))) return { ok: true, kind: 'shapefile' }
  return { ok: true, kind: 'other' }
}
