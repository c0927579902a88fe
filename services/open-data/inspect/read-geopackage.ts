import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { name as quoted } from '../load/cast.ts'
import type { LoadOrder } from '../load/child-schema.ts'
import type { FieldType } from '../store/schema.ts'
import { transformGeometry, type Geometry } from './geometry.ts'
import { numberText, openGrid, type GridOrRefusal } from './grid.ts'
import { systemFindings } from './read-json.ts'
import type { Finding } from './schema.ts'
import { readGeopackageGeometry } from './wkb.ts'

type Layer = { readonly table: string; readonly geometry: string | null; readonly system: number | null }

/** Reads one layer or table of a GeoPackage. It is opened for reading only, and nothing in it is run. */
export async function readGeopackage({ file, folder, choices }: LoadOrder): Promise<GridOrRefusal> {
  const database = new DatabaseSync(file, { readOnly: true, allowExtension: false })
  try {
    // Views and checks of a foreign file may not call functions with effects.
    database.exec('pragma trusted_schema = off')
    const layers = layersOf(database)
    const layer = layers.find(({ table }) => table === choices.layer) ?? layers[0]
    if (!layer) return { ok: false, kind: 'geopackage', refusal: { code: 'geopackage-empty', severity: 'note' } }
    const system = choices.coordinateSystem ?? layer.system ?? 4326
    const target = join(folder, 'grid.csv')
    const { declared, ...written } = write(database, layer, target, system)
    const findings: Finding[] = layer.geometry ? systemFindings(system, written, choices) : []
    if (layers.length > 1) findings.push({ code: 'several-layers', severity: 'note', count: layers.length, values: { layer: layer.table, layers: layers.map(({ table }) => table).join(', ') } })
    if (layer.geometry && written.missing > 0) findings.push({ code: 'geometry-missing', severity: 'warn', count: written.missing })
    return { ok: true, grid: { kind: 'geopackage', file: target, merges: [], findings, headerLine: 1, declared, decimal: '.', layers: layers.map(({ table }) => table), layer: layer.table, ...(layer.geometry && { coordinateSystem: system }) } }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') return { ok: false, kind: 'geopackage', refusal: { code: 'geopackage-broken', severity: 'stop' } }
    throw error
  } finally {
    database.close()
  }
}

function layersOf(database: DatabaseSync): Layer[] {
  const rows = database.prepare(`
    select c.table_name as "table", g.column_name as geometry, s.organization_coordsys_id as system
    from gpkg_contents c left join gpkg_geometry_columns g on g.table_name = c.table_name left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
    where c.data_type in ('features', 'attributes') order by c.rowid`).all()
  return rows.map((row) => ({ table: String(row['table']), geometry: typeof row['geometry'] === 'string' ? row['geometry'] : null, system: typeof row['system'] === 'number' && row['system'] > 0 ? row['system'] : null }))
}

function write(database: DatabaseSync, { table, geometry }: Layer, target: string, system: number) {
  const counts = { missing: 0, swapped: 0, outside: 0 }
  const statement = database.prepare(`select * from ${quoted(table)}`)
  statement.setReadBigInts(false)
  const columns = statement.columns().map(({ name }) => name)
  const names = columns.filter((column) => column !== geometry)
  const out = openGrid(target)
  out.row(geometry ? [...names, names.includes('geometry') ? 'geometry_' : 'geometry'] : names)
  for (const row of statement.iterate()) {
    const cells = names.map((name) => textOf(row[name] ?? null))
    out.row(geometry ? [...cells, geometryText(row[geometry], system, counts)] : cells)
  }
  out.close()
  const declared: (FieldType | undefined)[] = [...names.map(() => undefined), ...(geometry ? ['geometry' as const] : [])]
  return { ...counts, declared }
}

function textOf(value: unknown): string {
  if (value === null || value instanceof Uint8Array) return ''
  return typeof value === 'number' ? numberText(value) : String(value)
}

function geometryText(value: unknown, system: number, counts: { missing: number; swapped: number; outside: number }): string {
  const transformed = value instanceof Uint8Array ? transformGeometry(parsed(value), system) : undefined
  if (!transformed) {
    counts.missing++
    return ''
  }
  if (transformed.place !== 'inside') counts[transformed.place]++
  return JSON.stringify(transformed.geometry)
}

function parsed(value: Uint8Array): Geometry | null {
  try {
    return readGeopackageGeometry(Buffer.from(value))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
