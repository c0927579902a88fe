import { createHmac } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { inCommons } from '../shelf/keep.ts'
import { findOwnAdoption, findOwnAdoptionOf, listOwnLessons } from './queries.ts'
import { listEvidence, replaceEvidence } from './queries/evidence.ts'
import { findInstallation } from './queries/installation.ts'
import { evidenceOf, scoreOf, type Score } from './rules/score.ts'

/** Brings the evidence in the commons to what the town's own rows prove now. Repeatable; each night does it once more, so that a lost step heals. */
export async function settleEvidence(platform: Platform, town: string, adoptionId: string, now: Date): Promise<void> {
  const own = await platform.database.unit({ tenant: town, service: 'portfolio', access: 'read', now }, async (db) => {
    const asked = await findOwnAdoption(db, adoptionId)
    // One that has ended proves nothing, and nothing against another one that has begun since.
    const adoption = asked && ((await findOwnAdoptionOf(db, asked.entryId)) ?? asked)
    return adoption && { adoption, installation: await findInstallation(db, adoption.id), lessons: (await listOwnLessons(db, adoption.id)).length }
  })
  if (!own) return
  const { adoption, installation, lessons } = own
  const kinds = evidenceOf(adoption, installation, lessons, localDate(now))
  const hash = await townHash(platform, adoption.entryId, town, now)
  await inCommons(platform, 'write', now, (db) => replaceEvidence(db, adoption.entryId, hash, kinds, adoption.published))
}

// Another hash for each entry, so that nobody can follow one town from entry to entry.
async function townHash(platform: Platform, entryId: string, town: string, now: Date): Promise<string> {
  const secret = await sharedSecret(platform.database, 'portfolio.evidence', now)
  return createHmac('sha256', secret).update(`${entryId} ${town}`).digest('base64url')
}

/** Scores of entries by id. An entry without evidence has 0. */
export async function scoresOf(platform: Platform, entryIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Score>> {
  const evidence = entryIds.length === 0 ? [] : await inCommons(platform, 'read', now, (db) => listEvidence(db, entryIds))
  const byEntry = Map.groupBy(evidence, ({ entryId }) => entryId)
  return new Map(entryIds.map((id) => [id, scoreOf(byEntry.get(id) ?? [])]))
}
