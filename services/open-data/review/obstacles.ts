import type { UnitOfWork } from '@modellregion/kernel'
import type { Draft } from '../draft/schema.ts'
import { listVersionsByIds } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { findDigest } from './queries.ts'

/** What keeps a draft from going on. `code` and `values` are words of the room that found it. */
export type Obstacle =
  | { kind: 'description'; field: string; code: string; values?: Readonly<Record<string, string | number>> }
  | { kind: 'file'; file: string; versionId: string; code: string; values?: Readonly<Record<string, string | number>> }
  | { kind: 'file-waiting'; file: string; versionId: string }
  /** The published dataset has changed since the draft was begun. */
  | { kind: 'outdated' }

/** Everything that keeps a draft from the next step, all at once. */
export async function findObstacles(db: UnitOfWork, draft: Draft): Promise<Obstacle[]> {
  const ids = draft.document.distribution.flatMap(({ versionId }) => versionId ?? [])
  const versions = ids.length > 0 ? await listVersionsByIds(db, ids) : []
  const published = await findDigest(db, draft.id)
  const outdated: Obstacle[] = published !== undefined && draft.basedOn !== null && published.digest !== draft.basedOn ? [{ kind: 'outdated' }] : []
  return [...outdated, ...versions.flatMap(obstaclesOfFile)]
}

function obstaclesOfFile({ id, name, state, inspection, refusal }: FileVersion): Obstacle[] {
  if (state === 'waiting' || state === 'loading') return [{ kind: 'file-waiting', file: name, versionId: id }]
  const stops = (inspection?.findings ?? []).filter(({ severity }) => severity === 'stop')
  const all = state === 'refused' && refusal ? [refusal, ...stops.filter(({ code }) => code !== refusal.code)] : stops
  return all.map(({ code, values }) => ({ kind: 'file', file: name, versionId: id, code, ...(values && { values }) }))
}
