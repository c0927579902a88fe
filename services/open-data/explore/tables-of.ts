import type { UnitOfWork } from '@modellregion/kernel'
import { placesOf } from './columns.ts'
import { listTables, listViews } from './queries.ts'

/** What can be looked at of a file: its table, perhaps on a map and by SQL, and the views that are kept of it. */
export type FileTable = { readonly hasPlaces: boolean; readonly hasSql: boolean; readonly views: readonly { readonly title: string; readonly href: string }[] }

/** Tables of files, by the file's id. */
export async function tablesOf(db: UnitOfWork, fileIds: readonly string[]): Promise<ReadonlyMap<string, FileTable>> {
  if (fileIds.length === 0) return new Map()
  const tables = await listTables(db, fileIds)
  const views = tables.length > 0 ? await listViews(db, tables.map(({ id }) => id)) : []
  return new Map(
    tables.map(({ id, fields, isWritten }) => [
      id,
      { hasPlaces: placesOf(fields) !== undefined, hasSql: !isWritten, views: views.flatMap(({ distributionId, title, selection }) => (distributionId === id ? [{ title, href: `/open-data/explore/${id}${selection ? `?${selection}` : ''}` }] : [])) },
    ]),
  )
}
