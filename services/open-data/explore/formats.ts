import { Transform, type TransformCallback } from 'node:stream'
import type { Cell, Field } from '../store/schema.ts'
import type { Places } from './columns.ts'
import { excelRow } from './excel-row.ts'

/**
 * Rows on their way into other forms. What comes in is NDJSON, one object per row, in chunks that may end anywhere; memory stays
 * bounded by the longest row.
 */

type Row = Readonly<Record<string, Cell>>
type Shape = { readonly head: string; readonly row: (row: Row, isFirst: boolean) => string; readonly tail: string }

/** An array of objects. */
export const jsonArray = (): Transform => shaped({ head: '[', row: (row, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(row)}`, tail: '\n]\n' })

/** GeoJSON (RFC 7946): the place as geometry, everything else as properties. A row without a place has the geometry null. */
export const featureCollection = (places: Places): Transform =>
  shaped({ head: '{"type":"FeatureCollection","features":[', row: (row, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(featureOf(row, places))}`, tail: '\n]}\n' })

export function featureOf(row: Row, places: Places) {
  if (places.kind === 'geometry') {
    const { [places.field]: shape, ...properties } = row
    return { type: 'Feature', geometry: geometryOf(shape), properties }
  }
  const [lon, lat] = [row[places.lon], row[places.lat]].map((cell) => (cell === null || cell === undefined || cell === '' ? Number.NaN : Number(cell)))
  const isPlace = Number.isFinite(lon) && Number.isFinite(lat)
  return { type: 'Feature', geometry: isPlace ? { type: 'Point', coordinates: [lon, lat] } : null, properties: row }
}

/** A geometry of a table: GeoJSON as text, or already read. Undefined texts are no geometry. */
export function geometryOf(cell: Cell | undefined): object | null {
  if (typeof cell === 'object') return cell
  if (typeof cell !== 'string') return null
  try {
    const shape: unknown = JSON.parse(cell)
    return typeof shape === 'object' ? shape : null
  } catch {
    return null
  }
}

/** For Excel as it is set up in Germany: semicolons, decimal commas, German days, the mark of UTF-8, and no cell that would be run as a formula. */
export const excelCsv = (fields: readonly Field[]): Transform =>
  shaped({ head: `\ufeff${excelRow(fields.map(({ id }) => id))}`, row: (row) => excelRow(fields.map(({ id, type }) => [row[id] ?? null, type])), tail: '' })

function shaped({ head, row, tail }: Shape): Transform {
  const decoder = new TextDecoder()
  let rest = ''
  let isFirst = true
  const lines = (text: string): string => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    let out = ''
    for (const line of parts) {
      if (line === '') continue
      out += row(JSON.parse(line) as Row, isFirst) // written by the store
      isFirst = false
    }
    return out
  }
  let isBegun = false
  const begun = (text: string): string => {
    if (isBegun) return text
    isBegun = true
    return head + text
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      done(null, begun(lines(decoder.decode(chunk, { stream: true }))))
    },
    flush(done: TransformCallback) {
      done(null, begun(lines(`${decoder.decode()}\n`) + tail))
    },
  })
}
