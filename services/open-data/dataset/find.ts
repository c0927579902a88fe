import { search, type SearchResult, type UnitOfWork } from '@modellregion/kernel'
import { organisationTitles } from '../organisation/queries.ts'
import { toSearch, type ListQuery } from './list-query.ts'
import { listSummaries } from './queries.ts'
import type { DatasetSummary } from './schema.ts'

export type Found = { result: SearchResult; datasets: DatasetSummary[]; organisations: ReadonlyMap<string, string> }

/** One page of the search: hits in their order, with what the list shows of them. */
export async function findDatasets(db: UnitOfWork, query: ListQuery): Promise<Found> {
  const result = await search(db, toSearch(query))
  const summaries = new Map((await listSummaries(db, result.hits.map(({ ref }) => ref))).map((summary) => [summary.id, summary]))
  const names = [...new Set([...(result.facets['organisation'] ?? []).map(({ value }) => value), ...(query.organisation ?? [])])]
  return {
    result,
    datasets: result.hits.flatMap(({ ref }) => summaries.get(ref) ?? []),
    organisations: new Map((await organisationTitles(db, names)).map(({ name, title }) => [name, title])),
  }
}
