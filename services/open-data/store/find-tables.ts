import { search, type UnitOfWork } from '@modellregion/kernel'
import { listFoundTables, type FoundTable } from './queries.ts'
import { tableAudience, tableKind } from './table-record.ts'

export type TablesFound = { readonly total: number; readonly tables: readonly FoundTable[] }

/** Published tables that hold the words in their columns' names or values, the best first. */
export async function findTables(db: UnitOfWork, q: string, page: { from: number; size: number }): Promise<TablesFound> {
  // With facets, even none, a search in vain is not noted: the dataset search has noted it already.
  const { total, hits } = await search(db, { q, service: 'open-data', kind: tableKind, audiences: [tableAudience], facets: {}, ...page })
  const shown = new Map((await listFoundTables(db, hits.map(({ ref }) => ref))).map((table) => [table.id, table]))
  return { total, tables: hits.flatMap(({ ref }) => shown.get(ref) ?? []) }
}

/** How many tables hold the words. */
export const countTables = async (db: UnitOfWork, q: string): Promise<number> => (q.trim() === '' ? 0 : (await search(db, { q, service: 'open-data', kind: tableKind, audiences: [tableAudience], facets: {}, count: false, from: 0, size: 0 })).total)
