import { audit, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFinding, ReuseInstalled, ReuseItem, ReuseKind } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import { hashOfFiles } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import { unit, type Acting } from './acting.ts'
import { settleEvidence } from './evidence.ts'
import { itemOfPending } from './item.ts'
import { mergeAnew } from './merge-anew.ts'
import { deleteAdoption, findOwnAdoption, lockOwnAdoption, publishLessons, upsertAdoption } from './queries.ts'
import { dropPending, endInstallation, findInstallation, settleInstallation } from './queries/installation.ts'
import { showsReport } from './rules/consent.ts'
import { filesIn, titleIn } from './rules/parts.ts'
import type { Installation, Pending } from './schema.ts'

/** How often what the town goes on changing is brought together anew before the job tries again later. */
const mostTries = 3

/** `changed`: the town's thing is another one than when the order was given; nothing was written. `gone`: there is nothing (any more) to do. */
export type Outcome = { readonly ok: true; readonly installation: Installation } | { readonly ok: false; readonly why: 'refused' | 'changed' | 'gone'; readonly findings: readonly ReuseFinding[] }

/**
 * Carries out what is pending: the kind writes, then our row says so. It may be repeated at every point, because the kind carries out a key once, and
 * refuses to write over another state than the one that was compared. `late`: it is repeated after an interruption, perhaps after the town went on
 * working; then both are brought together (merge-anew.ts).
 */
export async function carryOut(who: Acting, kind: ReuseKind<Platform>, id: string, late = false, tries = mostTries): Promise<Outcome> {
  const found = await unit(who, 'read', async (db) => {
    const installation = await findInstallation(db, id)
    return installation && { installation, entry: await findEntry(db, installation.entryId) }
  })
  if (!found?.installation.pending) return found ? { ok: true, installation: found.installation } : { ok: false, why: 'gone', findings: [] }
  const { installation, entry } = found
  const { pending } = found.installation
  const ours = installation.localRef === null ? undefined : await kind.read(who.platform, { id: who.town }, installation.localRef, who.now)
  const item = itemOfPending(installation, pending, ours, entry)
  if (!item) return await giveUp(who, installation, pending, 'gone', [])
  const result = await install(who, kind, installation, pending, item)
  if (!result.ok && result.changed === true && late) {
    if (tries === 0) throw new Error(`What installation ${id} has become here changes again and again.`)
    if (await mergeAnew(who, kind, installation, pending)) return await carryOut(who, kind, id, late, tries - 1)
  }
  if (!result.ok) return await giveUp(who, installation, pending, result.changed === true ? 'changed' : 'refused', result.findings)
  const settled = await unit(who, 'write', (db) => settle(db, installation, pending, { localRef: result.ref, href: result.href }))
  await settleEvidence(who.platform, who.town, id, who.now)
  return settled ? { ok: true, installation: settled } : { ok: false, why: 'gone', findings: [] }
}

// The job and a slow request may write the same order at the same time: asked once more, the kind knows that it is done.
async function install({ platform, town, actor, now }: Acting, kind: ReuseKind<Platform>, { localRef }: Installation, { key, over }: Pending, item: ReuseItem): Promise<ReuseInstalled> {
  const order = { key, item, ...(localRef !== null && { into: localRef }), ...(over !== undefined && { over }), ...(actor !== undefined && { actor }) }
  const first = await kind.install(platform, { id: town }, order, now)
  return !first.ok && first.changed === true ? await kind.install(platform, { id: town }, order, now) : first
}

// The job and a slow request may come here with the same order; the second one finds that everything is said.
async function settle(db: UnitOfWork, { id, title, licence, updates, merges, versionNumber: before }: Installation, pending: Pending, place: { localRef: string; href: string }): Promise<Installation | undefined> {
  const { versionNumber, versionLabel, base, kind, both } = pending
  const changed = { updates: updates + (kind === 'update' ? 1 : 0), merges: merges + (both ? 1 : 0) }
  const written = await settleInstallation(db, id, pending.key, { ...place, ...changed, title: titleIn(base) ?? title, licence: pending.licence ?? licence, versionNumber, versionLabel, base, baseSha256: hashOfFiles(filesIn(base)) })
  if (written === 0) return await findInstallation(db, id)
  const adoption = await lockOwnAdoption(db, id)
  if (adoption && adoption.state !== 'ended') {
    // What was planned for later runs from today on.
    const since = adoption.state === 'planned' && adoption.since > localDate(db.now) ? localDate(db.now) : adoption.since
    await upsertAdoption(db, { ...adoption, state: 'running', since, versionLabel })
    await publishLessons(db, id, showsReport(adoption.consent, 'running'))
  }
  await audit(db, { action: 'adoption.written', subject: `adoption/${id}`, detail: { before, version: versionNumber } })
  return await findInstallation(db, id)
}

/** Undoes what is pending: what ran before goes on running, a first installation is gone. */
export async function giveUp(who: Acting, installation: Installation, pending: Pending, why: 'refused' | 'changed' | 'gone', findings: readonly ReuseFinding[]): Promise<Outcome> {
  await unit(who, 'write', async (db) => {
    if ((await dropPending(db, installation.id, pending.key)) > 0) {
      // A line that began with this order goes with it. One that was reported before, or about which somebody has reported since, stays.
      const adoption = await findOwnAdoption(db, installation.id)
      if (adoption?.createdAt.getTime() === installation.createdAt.getTime() && adoption.changedAt.getTime() === adoption.createdAt.getTime()) await deleteAdoption(db, installation.id)
    }
    await audit(db, { action: 'adoption.undo', subject: `adoption/${installation.id}`, detail: { why } })
  })
  await settleEvidence(who.platform, who.town, installation.id, who.now)
  return { ok: false, why, findings }
}

/** Ends a use: the line of the register closes, its evidence goes. What was written here stays the town's own. False while something is being written. */
export async function endAdoption(who: Acting, id: string): Promise<boolean> {
  const isFree = await unit(who, 'write', async (db) => {
    const [adoption, installation] = [await lockOwnAdoption(db, id), await findInstallation(db, id)]
    if (!adoption || adoption.state === 'ended') return true
    if (installation && installation.state !== 'ended' && (await endInstallation(db, id)) === 0) return false
    await upsertAdoption(db, { ...adoption, state: 'ended', endedOn: localDate(db.now) })
    await publishLessons(db, id, false)
    await audit(db, { action: 'adoption.end', subject: `adoption/${id}` })
    return true
  })
  if (isFree) await settleEvidence(who.platform, who.town, id, who.now)
  return isFree
}
