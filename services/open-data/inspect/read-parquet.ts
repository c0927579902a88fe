import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoadOrder } from '../load/child-schema.ts'
import { literal, name } from '../load/cast.ts'
import { openDuck } from '../load/duck.ts'
import type { FieldType } from '../store/schema.ts'
import type { GridOrRefusal } from './grid.ts'
import { limits } from './limits.ts'

/** Reads a Parquet file. Its types are said again as text and recognised like everybody's. */
export async function readParquet({ file, folder }: LoadOrder): Promise<GridOrRefusal> {
  const inside = join(folder, 'given.parquet')
  if (file !== inside) await copyFile(file, inside)
  const { connection, close } = await openDuck(folder)
  try {
    const described = await connection.runAndReadAll(`describe select * from read_parquet(${literal(inside)})`)
    const columns = described.getRowsJson().map(([column, type]) => ({ column: String(column), type: String(type) }))
    if (columns.length > limits.columns) return { ok: false, kind: 'parquet', refusal: { code: 'too-many-columns', severity: 'stop', values: { columns: columns.length, most: limits.columns } } }
    const target = join(folder, 'grid.csv')
    const nested = (type: string) => /\[|STRUCT|MAP|UNION/.test(type)
    const texts = columns.map(({ column, type }) => `${nested(type) ? `to_json(${name(column)})::varchar` : type === 'BLOB' ? `null` : `${name(column)}::varchar`} as ${name(column)}`)
    await connection.run(`copy (select ${texts.join(', ')} from read_parquet(${literal(inside)})) to ${literal(target)} (format csv, header true)`)
    const declared = columns.map(({ type }): FieldType | undefined => (nested(type) ? 'json' : type === 'VARCHAR' ? 'text' : undefined))
    return { ok: true, grid: { kind: 'parquet', file: target, merges: [], findings: [], headerLine: 1, declared, decimal: '.' } }
  } catch {
    return { ok: false, kind: 'parquet', refusal: { code: 'parquet-broken', severity: 'note' } }
  } finally {
    close()
  }
}
