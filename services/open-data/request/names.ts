import type { UnitOfWork } from '@modellregion/kernel'
import { findDatasetByName } from '../dataset/queries.ts'

/** Published datasets by short name; the first that does not exist is named. */
export async function findByName(db: UnitOfWork, names: readonly string[]): Promise<{ ids: string[]; unknown?: string }> {
  const ids: string[] = []
  for (const name of names.slice(0, 50)) {
    const dataset = await findDatasetByName(db, name)
    if (!dataset || dataset.withdrawnAt) return { ids, unknown: name }
    ids.push(dataset.id)
  }
  return { ids }
}
