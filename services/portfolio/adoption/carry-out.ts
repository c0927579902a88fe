import { audit, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseFinding, ReuseKind } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import { hashOfFiles } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import { settleEvidence } from './evidence.ts'
import { itemOfPending } from './item.ts'
import { keepState } from './keep-state.ts'
import { deleteAdoption, findOwnAdoption, publishLessons, upsertAdoption } from './queries.ts'
import { dropPending, endInstallation, findInstallation, listInstallationVersions, settleInstallation } from './queries/installation.ts'
import { showsReport } from './rules/consent.ts'
import { asFarAs, filesIn, partsOf, titleIn } from './rules/parts.ts'
import type { Installation, Pending } from './schema.ts'

/** Who acts, in which town. `actor` is an account id. */
export type Acting = { readonly platform: Platform; readonly town: string; readonly now: Date; readonly actor?: string | undefined }

export const unit = <T>({ platform, town, now, actor }: Acting, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: town, service: 'portfolio', access, now, ...(actor !== undefined && { actor }) }, work)

/** `changed`: the town's thing is another one than when the order was given; nothing was written. `gone`: there is nothing (any more) to do. */
export type Outcome = { readonly ok: true; readonly installation: Installation } | { readonly ok: false; readonly why: 'refused' | 'changed' | 'gone'; readonly findings: readonly ReuseFinding[] }

/**
 * Carries out what is pending: the kind writes, then our row says so. It may be repeated at every point, because the kind carries out a key once.
 * `late`: it is repeated after an interruption, perhaps after the town went on working; then what stands there is kept as a version first.
 */
export async function carryOut(who: Acting, kind: ReuseKind<Platform>, id: string, late = false): Promise<Outcome> {
  const found = await unit(who, 'read', async (db) => {
    const installation = await findInstallation(db, id)
    return installation && { installation, entry: await findEntry(db, installation.entryId), saved: (await listInstallationVersions(db, id))[0] }
  })
  if (!found?.installation.pending) return found ? { ok: true, installation: found.installation } : { ok: false, why: 'gone', findings: [] }
  const { installation, entry, saved } = found
  const { pending } = found.installation
  const town = { id: who.town }
  const ours = installation.localRef === null ? undefined : await kind.read(who.platform, town, installation.localRef, who.now)
  const parts = ours && partsOf(ours, kind.titleApart === true)
  if (parts && !isAs(saved?.files, parts) && !isAs(pending.files, parts)) {
    if (!late) return await giveUp(who, installation, pending, 'changed', [])
    await unit(who, 'write', (db) => keepState(db, installation, 'found', parts))
  }
  const item = itemOfPending(installation, pending, ours, entry)
  if (!item) return await giveUp(who, installation, pending, 'gone', [])
  const result = await kind.install(who.platform, town, { key: pending.key, item, ...(installation.localRef !== null && { into: installation.localRef }), ...(who.actor !== undefined && { actor: who.actor }) }, who.now)
  if (!result.ok) return await giveUp(who, installation, pending, 'refused', result.findings)
  const settled = await unit(who, 'write', (db) => settle(db, installation, pending, { localRef: result.ref, href: result.href }))
  await settleEvidence(who.platform, who.town, id, who.now)
  return settled ? { ok: true, installation: settled } : { ok: false, why: 'gone', findings: [] }
}

const isAs = (known: readonly ReuseFile[] | undefined, parts: readonly ReuseFile[]): boolean => known !== undefined && hashOfFiles(known) === hashOfFiles(asFarAs(known, parts))

// The job and a slow request may come here with the same order; the second one finds that everything is said.
async function settle(db: UnitOfWork, { id, title, updates, merges, versionNumber: before }: Installation, pending: Pending, place: { localRef: string; href: string }): Promise<Installation | undefined> {
  const { versionNumber, versionLabel, base, kind, both } = pending
  const changed = { updates: updates + (kind === 'update' ? 1 : 0), merges: merges + (both ? 1 : 0) }
  const written = await settleInstallation(db, id, pending.key, { ...place, ...changed, title: titleIn(base) ?? title, versionNumber, versionLabel, base, baseSha256: hashOfFiles(filesIn(base)) })
  if (written === 0) return await findInstallation(db, id)
  const adoption = await findOwnAdoption(db, id)
  if (adoption && adoption.state !== 'ended') {
    await upsertAdoption(db, { ...adoption, state: 'running', versionLabel })
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
    const [adoption, installation] = [await findOwnAdoption(db, id), await findInstallation(db, id)]
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
