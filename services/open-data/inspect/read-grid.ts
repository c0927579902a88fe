import type { LoadOrder } from '../load/child-schema.ts'
import { Refused, type GridOrRefusal } from './grid.ts'
import { kindOf, type Kind } from './kind.ts'
import { readGeopackage } from './read-geopackage.ts'
import { readJson } from './read-json.ts'
import { readOds } from './read-ods.ts'
import { readParquet } from './read-parquet.ts'
import { readShapefile } from './read-shapefile.ts'
import { readXlsx } from './read-xlsx.ts'
import type { FileKind, Finding } from './schema.ts'
import { ZipBomb } from './zip.ts'

export type TellRows = (share: number, words: string, counts: Record<string, number>) => void

/** Reads whatever kind of file into rows of text. What a format cannot be is said as a finding, never thrown. */
export async function readGrid(order: LoadOrder, tell: TellRows): Promise<GridOrRefusal> {
  const found = await kindOf(order.file, order.name)
  if (!found.ok) return { ok: false, kind: 'other', refusal: found.refusal }
  try {
    return await reader(found.kind, order, tell)
  } catch (error) {
    if (error instanceof ZipBomb) return refuse('other', { code: 'zip-bomb', severity: 'stop', values: { megabytes: 0, entries: 1 } })
    if (error instanceof Refused) return refuse(error.kind, error.finding)
    // Broken packing and broken XML come as errors of their readers: for a file from outside that is a finding.
    if (packed.has(found.kind) && error instanceof Error) return refuse('other', /too many bytes/.test(error.message) ? { code: 'zip-bomb', severity: 'stop', values: { megabytes: 0, entries: 1 } } : { code: 'file-broken', severity: 'stop' })
    throw error
  }
}

const packed = new Set<Kind>(['xlsx', 'xlsm', 'ods', 'shapefile'])
const refuse = (kind: FileKind, refusal: Finding): GridOrRefusal => ({ ok: false, kind, refusal })

async function reader(kind: Kind, order: LoadOrder, tell: TellRows): Promise<GridOrRefusal> {
  if (kind === 'csv') return { ok: true, grid: { kind, file: order.file, merges: [], findings: [] } }
  if (kind === 'xlsx') return await readXlsx(order, tell)
  if (kind === 'ods') return await readOds(order)
  if (kind === 'json' || kind === 'geojson' || kind === 'ndjson') return await readJson(kind, order, tell)
  if (kind === 'shapefile') return await readShapefile(order)
  if (kind === 'geopackage') return await readGeopackage(order)
  if (kind === 'parquet') return await readParquet(order)
  if (kind === 'xlsm') return refuse('xlsx', { code: 'macros', severity: 'stop' })
  if (kind === 'xls') return refuse('other', { code: 'old-excel', severity: 'note' })
  return refuse('other', { code: kind === 'empty' ? 'empty-file' : 'not-a-table', severity: kind === 'empty' ? 'stop' : 'note', values: { name: order.name } })
}
