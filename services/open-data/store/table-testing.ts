import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { openFiles, readConfig } from '@modellregion/kernel'
import { openEngine, type Engine } from './engine.ts'
import { indexTable } from './index-table.ts'
import { sqlTypes } from './literals.ts'
import { withPlace, type OpenTable } from './open-table.ts'
import type { TablePlace } from './queries.ts'
import type { Field } from './schema.ts'
import { list, name, text } from './sql-text.ts'

/** A row as it is kept: canonical texts, null for no value. */
export type TestRow = readonly (string | null)[]
export type TestTable = {
  readonly fields: readonly Field[]
  readonly base: readonly TestRow[]
  /** By row number: its cells now; null when it is gone. */
  readonly changes?: ReadonlyMap<number, TestRow | null>
  readonly indexed?: boolean
}

/** An engine with a folder of its own, and tables in it that need neither a town nor a file store. */
export async function testTables() {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-store-'))
  const engine: Engine = await openEngine(join(folder, 'cache'))
  const writer = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const config = readConfig({ env: {}, options: { config: undefined, data: folder, port: '0', services: undefined }, root: folder })
  const stored = { files: openFiles(config), now: () => new Date('2026-01-01T00:00:00Z') }
  let made = 0
  await mkdir(join(engine.folder, 'town'), { recursive: true })
  return {
    engine,
    /** Writes the table's files and opens it. */
    open: async <T>({ fields, base, changes, indexed = false }: TestTable, work: (open: OpenTable) => Promise<T>): Promise<T> => {
      const key = String(made++).padStart(64, '0')
      const path = join(engine.folder, 'town', `${key}.parquet`)
      await writer.run(`create or replace table t (_id bigint, ${list(fields.map(({ id, type }) => `${name(id)} ${sqlTypes[type]}`))})`)
      const rows = base.map((row, at) => `(${[String(at + 1), ...row.map((cell) => (cell === null ? 'null' : text(cell)))].join(', ')})`)
      if (rows.length > 0) await writer.run(`insert into t values ${list(rows)}`)
      await writer.run(`copy (select * from t order by _id) to ${text(path)} (format parquet)`)
      if (indexed) await indexTable(writer, path, fields, path.replace(/parquet$/, 'duckdb'))
      const stay = base.length - [...(changes ?? [])].filter(([row]) => row <= base.length).length + [...(changes ?? [])].filter(([, cells]) => cells !== null).length
      const place: TablePlace = {
        distributionId: key, datasetId: key, versionId: null, madeAt: new Date(0), fields, primaryKey: [], baseFile: key, indexFile: indexed ? key : null, baseRows: base.length,
        revision: changes ? 1 : 0, rows: stay, since: 0, changes: [...(changes ?? [])].map(([row, cells]) => [row, 1, cells]),
      } // prettier-ignore
      return await engine.use((connection) => withPlace(stored, engine, connection, 'town', key, place, work))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
