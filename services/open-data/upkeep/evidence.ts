import type { UnitOfWork } from '@modellregion/kernel'
import type { Evidence } from '../quality/mqa.ts'
import { listStates } from './queries.ts'
import { brokenFrom } from './rules.ts'

/** What the checks of addresses say about the files of a dataset, for its points. One failure is none; what was never asked is unknown. */
export async function findEvidence(db: UnitOfWork, datasetId: string): Promise<Evidence> {
  const states = new Map((await listStates(db, datasetId)).map(({ address, state, failures }) => [address, state === 'reachable' ? true : state === 'unreachable' && failures >= brokenFrom ? false : undefined]))
  return { reachable: (address) => states.get(address) }
}
