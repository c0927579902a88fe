import type { UnitOfWork } from '@modellregion/kernel'
import { checkDataset } from '../check/check.ts'
import type { Draft } from '../draft/schema.ts'
import { listFindings, listScans } from '../scan/queries.ts'
import { listVersionsByIds } from '../version/queries.ts'
import type { FileVersion } from '../version/schema.ts'
import { findDigest } from './queries.ts'

type Values = Readonly<Record<string, string | number>>

/** What keeps a draft from going on. `code` and `values` are words of the room that found it. */
export type Obstacle =
  | { kind: 'description'; field: string; code: string; values?: Values }
  | { kind: 'file'; file: string; versionId: string; code: string; values?: Values }
  | { kind: 'file-waiting' | 'scan-waiting' | 'scan-failed'; file: string; versionId: string }
  /** The search for personal data has found something about which nobody has decided. */
  | { kind: 'finding-open'; file: string; versionId: string; count: number }
  /** The published dataset has changed since the draft was begun. */
  | { kind: 'outdated' }

/**
 * Everything that keeps a draft from the next step, all at once. An author may send in before the search for personal data has ended
 * (`mayWait`), nobody may hand on before.
 */
export async function findObstacles(db: UnitOfWork, draft: Draft, { mayWait }: { mayWait: boolean }): Promise<Obstacle[]> {
  const ids = draft.document.distribution.flatMap(({ versionId }) => versionId ?? [])
  const versions = ids.length > 0 ? await listVersionsByIds(db, ids) : []
  const published = await findDigest(db, draft.id)
  const outdated: Obstacle[] = published !== undefined && draft.basedOn !== null && published.digest !== draft.basedOn ? [{ kind: 'outdated' }] : []
  const broken = checkDataset(draft.document).filter(({ severity }) => severity === 'violation')
  const scanned = await obstaclesOfScans(db, versions)
  return [
    ...outdated,
    ...broken.map(({ field, code, values }): Obstacle => ({ kind: 'description', field, code, ...(values && { values }) })),
    ...versions.flatMap(obstaclesOfFile),
    ...scanned.filter(({ kind }) => !mayWait || kind !== 'scan-waiting'),
  ]
}

function obstaclesOfFile({ id, name, state, inspection, refusal }: FileVersion): Obstacle[] {
  if (state === 'waiting' || state === 'loading') return [{ kind: 'file-waiting', file: name, versionId: id }]
  const stops = (inspection?.findings ?? []).filter(({ severity }) => severity === 'stop')
  const all = state === 'refused' && refusal ? [refusal, ...stops.filter(({ code }) => code !== refusal.code)] : stops
  return all.map(({ code, values }) => ({ kind: 'file', file: name, versionId: id, code, ...(values && { values }) }))
}

async function obstaclesOfScans(db: UnitOfWork, versions: readonly FileVersion[]): Promise<Obstacle[]> {
  const tables = versions.filter(({ state, tableFile }) => state === 'ready' && tableFile !== null)
  if (tables.length === 0) return []
  const ids = tables.map(({ id }) => id)
  const scans = new Map((await listScans(db, ids)).map((scan) => [scan.versionId, scan]))
  const open = (await listFindings(db, ids)).filter(({ serious, decision }) => serious && decision === null)
  return tables.flatMap(({ id, name }): Obstacle[] => {
    const scan = scans.get(id)
    if (scan === undefined) return [{ kind: 'scan-waiting', file: name, versionId: id }]
    if (scan.state === 'failed') return [{ kind: 'scan-failed', file: name, versionId: id }]
    const count = open.filter(({ versionId }) => versionId === id).length
    return count > 0 ? [{ kind: 'finding-open', file: name, versionId: id, count }] : []
  })
}
