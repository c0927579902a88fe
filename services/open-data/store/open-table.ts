import type { DuckDBConnection } from '@duckdb/node-api'
import { NotFound, type UnitOfWork } from '@modellregion/kernel'
import { withBase, type Base } from './base.ts'
import { knownChanges, Outdated, withChanges, type Changes } from './changes.ts'
import { engineOf, type Engine, type Host } from './engine.ts'
import { findPushed, findTableOfVersion, findUploadOfFile, type Known, type TablePlace } from './queries.ts'
import type { Stored } from './local-file.ts'
import type { Field } from './schema.ts'
import type { TableRef } from './table.ts'

/** A table ready to be asked, on a connection of its own. */
export type OpenTable = {
  readonly connection: DuckDBConnection
  /** The upload it has grown from; null: none. */
  readonly versionId: string | null
  readonly fields: readonly Field[]
  /** Rows now. */
  readonly rows: number
  readonly base: Base | undefined
  readonly changes: Changes | undefined
}

/** Where a table lies, and what of its changes is not `known`. */
export async function findTable(db: UnitOfWork, table: TableRef, known: Known | undefined): Promise<TablePlace | undefined> {
  if ('versionId' in table) return await findTableOfVersion(db, table.versionId)
  const pushed = await findPushed(db, table.distributionId, known)
  const upload = await findUploadOfFile(db, table.distributionId)
  if (pushed && (upload === undefined || pushed.versionId === upload.versionId)) return pushed
  return upload && (await findTableOfVersion(db, upload.versionId))
}

/**
 * Works with a table while its files and changes are held.
 * @throws NotFound when there is none; QueryRefused when it takes longer than `seconds`
 */
export async function withTable<T>(platform: Host, tenant: string, table: TableRef, work: (open: OpenTable) => Promise<T>, seconds?: number): Promise<T> {
  const engine = await engineOf(platform)
  const key = keyOf(tenant, table)
  const find = () => platform.database.unit({ tenant, service: 'open-data', access: 'read', now: platform.now() }, (db) => findTable(db, table, knownChanges(engine, key)))
  for (let tries = 1; ; tries++) {
    const place = await find()
    if (!place) throw new NotFound()
    try {
      return await engine.use((connection) => withPlace(platform, engine, connection, tenant, key, place, work), seconds)
    } catch (error) {
      if (!(error instanceof Outdated) || tries === 5) throw error
    }
  }
}

export const keyOf = (tenant: string, table: TableRef): string => `${tenant} ${'versionId' in table ? table.versionId : table.distributionId}`

/** Works with a table whose place is known, on a connection. @throws Outdated */
export const withPlace = <T>(platform: Stored, engine: Engine, connection: DuckDBConnection, tenant: string, key: string, place: TablePlace, work: (open: OpenTable) => Promise<T>): Promise<T> =>
  withBase(platform, engine, connection, tenant, place, (base) =>
    withChanges(engine, connection, key, place, (changes) => work({ connection, versionId: place.versionId, fields: place.fields, rows: place.rows, base, changes: changes?.any ? changes : undefined })),
  )
