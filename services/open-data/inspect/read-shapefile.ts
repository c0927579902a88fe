import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadOrder } from '../load/child-schema.ts'
import { encodingOfDbf, readDbf, type Dbf } from './dbf.ts'
import { coordinateSystemOf, guessSystem, transformGeometry, type Geometry } from './geometry.ts'
import { openGrid, type GridOrRefusal } from './grid.ts'
import { systemFindings } from './read-json.ts'
import type { Finding } from './schema.ts'
import { readShp } from './shp.ts'
import { textEncodings } from './text-bytes.ts'
import { listZip, unpackEntry, type ZipEntry } from './zip.ts'

/** Largest part of a shapefile that is read into memory, bytes. The process has a bound of its own beside it. */
const largest = 250_000_000

/** Reads a shapefile that was packed with its parts. A missing part is named; what is there is read as far as it goes. */
export async function readShapefile({ file, folder, choices }: LoadOrder): Promise<GridOrRefusal> {
  const listed = await listZip(file)
  if (!listed.ok) return { ok: false, kind: 'shapefile', refusal: listed.refusal }
  const layers = layersOf(listed.entries)
  const layer = layers.find((name) => name === choices.layer) ?? layers[0]
  const parts = partsOf(listed.entries, layer ?? '')
  if (layer === undefined || !parts.shp) return refuse({ code: 'shapefile-without-shp', severity: 'stop', values: { parts: listed.entries.map(({ name }) => name).slice(0, 6).join(', ') } })
  if (!parts.dbf) return refuse({ code: 'shapefile-without-dbf', severity: 'stop' })
  if (parts.shp.size > largest || parts.dbf.size > largest) return refuse({ code: 'shapefile-too-large', severity: 'note', values: { megabytes: largest / 1e6 } })
  const bytesOf = async (entry: ZipEntry | undefined): Promise<Buffer | undefined> => {
    const target = join(folder, 'part')
    return entry && (await unpackEntry(file, entry.name, target)) ? await readFile(target) : undefined
  }
  const shp = (await bytesOf(parts.shp)) ?? Buffer.alloc(0)
  const dbfBytes = (await bytesOf(parts.dbf)) ?? Buffer.alloc(0)
  const cpg = (await bytesOf(parts.cpg))?.toString('latin1').trim()
  const encoding = encodingOf(choices.encoding, cpg, dbfBytes)
  const findings: Finding[] = [...(parts.shx ? [] : [missing('shx')]), ...(parts.cpg || choices.encoding ? [] : [{ code: 'shapefile-without-cpg', severity: 'note' as const, values: { encoding } }])]
  if (layers.length > 1) findings.push({ code: 'several-layers', severity: 'note', count: layers.length, values: { layer, layers: layers.join(', ') } })
  try {
    const dbf = readDbf(dbfBytes, encoding)
    const said = choices.coordinateSystem ?? coordinateSystemOf((await bytesOf(parts.prj))?.toString('latin1') ?? '')
    const system = said ?? guessSystem(positionsOf(shp)) ?? 4326
    if (said === undefined) findings.push({ code: 'shapefile-without-prj', severity: 'warn', values: { system } })
    const target = join(folder, 'grid.csv')
    const written = write(target, dbf, shp, system)
    findings.push(...systemFindings(system, written, choices))
    if (written.missing > 0) findings.push({ code: 'geometry-missing', severity: 'warn', count: written.missing })
    if (written.rows !== dbf.count) findings.push({ code: 'shapefile-uneven', severity: 'warn', values: { shapes: written.rows, records: dbf.count } })
    const declared = [...dbf.types.map(() => undefined), 'geometry' as const]
    return { ok: true, grid: { kind: 'shapefile', file: target, merges: [], findings, headerLine: 1, declared, decimal: '.', coordinateSystem: system, encoding, layers, layer } }
  } catch (error) {
    if (error instanceof RangeError) return refuse({ code: 'shapefile-broken', severity: 'stop' }, findings)
    throw error
  }
}

const refuse = (refusal: Finding, findings: readonly Finding[] = []): GridOrRefusal => ({ ok: false, kind: 'shapefile', refusal, findings })
const missing = (part: string): Finding => ({ code: `shapefile-without-${part}`, severity: 'warn' })

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '')
const layersOf = (entries: readonly ZipEntry[]): string[] => [...new Set(entries.filter(({ name }) => /\.(?:shp|dbf)$/i.test(name) && !name.startsWith('__MACOSX')).map(({ name }) => stemOf(name)))]

function partsOf(entries: readonly ZipEntry[], layer: string): Partial<Record<'shp' | 'dbf' | 'shx' | 'prj' | 'cpg', ZipEntry>> {
  return Object.fromEntries(entries.filter(({ name }) => stemOf(name).toLowerCase() === layer.toLowerCase()).map((entry) => [entry.name.slice(entry.name.lastIndexOf('.') + 1).toLowerCase(), entry]))
}

function encodingOf(chosen: string | undefined, cpg: string | undefined, dbf: Buffer): string {
  const known = textEncodings.find((encoding) => encoding === chosen)
  if (known) return known
  const said = cpg?.toLowerCase().replace(/^(?:ansi|cp|windows)[ _-]?(\d+)$/, 'windows-$1').replace(/^utf8$/, 'utf-8').replace(/^(?:iso )?8859-?(\d+)$/, 'iso-8859-$1').replace(/^88591$/, 'iso-8859-1')
  try {
    return new TextDecoder(said ?? encodingOfDbf(dbf) ?? 'windows-1252').encoding
  } catch {
    return 'windows-1252'
  }
}

function positionsOf(shp: Buffer): [number, number][] {
  const found: [number, number][] = []
  // The box of all shapes stands in the head.
  if (shp.length >= 68) found.push([shp.readDoubleLE(36), shp.readDoubleLE(44)], [shp.readDoubleLE(52), shp.readDoubleLE(60)])
  return found
}

function write(target: string, dbf: Dbf, shp: Buffer, system: number): { missing: number; swapped: number; outside: number; rows: number } {
  const counts = { missing: 0, swapped: 0, outside: 0, rows: 0 }
  const out = openGrid(target)
  out.row([...dbf.names, dbf.names.includes('geometry') ? 'geometry_' : 'geometry'])
  for (const geometry of readShp(shp)) {
    const cells = counts.rows < dbf.count ? dbf.row(counts.rows) : dbf.names.map(() => '')
    counts.rows++
    if (cells) out.row([...cells, textOf(geometry, system, counts)])
  }
  out.close()
  return counts
}

function textOf(geometry: Geometry | null, system: number, counts: { missing: number; swapped: number; outside: number }): string {
  const transformed = transformGeometry(geometry, system)
  if (!transformed) {
    counts.missing++
    return ''
  }
  if (transformed.place !== 'inside') counts[transformed.place]++
  return JSON.stringify(transformed.geometry)
}
