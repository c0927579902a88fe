import { audit, type Platform, type UnitOfWork } from '@modellregion/kernel'
import type { ReuseFile, ReuseFinding, ReuseItem, ReuseKind } from '@modellregion/contracts'
import { localDate } from '@modellregion/standards'
import { hashOfFiles } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { settleEvidence } from './evidence.ts'
import { deleteAdoption, findOwnAdoption, publishLessons, upsertAdoption } from './queries.ts'
import { dropPending, endInstallation, findInstallation, insertInstallationVersion, listInstallationVersions, settleInstallation } from './queries/installation.ts'
import { showsReport } from './rules/consent.ts'
import { inOrder } from './rules/merge-files.ts'
import type { Installation, Pending } from './schema.ts'

/** Who acts, in which town. `actor` is an account id. */
export type Acting = { readonly platform: Platform; readonly town: string; readonly now: Date; readonly actor?: string | undefined }

export const hashOf = (files: readonly ReuseFile[]): string => hashOfFiles(inOrder(files))
export const unit = <T>({ platform, town, now, actor }: Acting, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: town, service: 'portfolio', access, now, ...(actor !== undefined && { actor }) }, work)

/** What the kind is asked to write. */
export const itemOfEntry = (entry: Entry, version: Pick<EntryVersion, 'label' | 'files'>): ReuseItem => ({
  ref: entry.itemRef ?? entry.id,
  class: entry.class,
  title: inBoth(entry.title),
  summary: inBoth(entry.summary),
  licence: entry.licence,
  version: version.label,
  languages: entry.languages,
  files: version.files ?? [],
})
const inBoth = ({ de, en }: { readonly de?: string; readonly en?: string }) => ({ de: de ?? en ?? '', en: en ?? de ?? '' })

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
  const now = ours && hashOf(ours.files)
  if (ours && now !== saved?.sha256 && now !== hashOf(pending.files)) {
    if (!late) return await giveUp(who, installation, pending, 'changed', [])
    await unit(who, 'write', (db) => insertInstallationVersion(db, installation, 'found', inOrder(ours.files), hashOf(ours.files)))
  }
  const whole = ours ?? (entry && itemOfEntry(entry, { label: pending.versionLabel, files: pending.files }))
  if (!whole) return await giveUp(who, installation, pending, 'gone', [])
  const item: ReuseItem = { ...whole, version: pending.versionLabel, files: inOrder(pending.files) }
  const result = await kind.install(who.platform, town, { key: pending.key, item, ...(installation.localRef !== null && { into: installation.localRef }), ...(who.actor !== undefined && { actor: who.actor }) }, who.now)
  if (!result.ok) return await giveUp(who, installation, pending, 'refused', result.findings)
  const settled = await unit(who, 'write', async (db) => {
    const { updates, merges } = installation
    const { versionNumber, versionLabel, base } = pending
    await settleInstallation(db, id, pending.key, { localRef: result.ref, href: result.href, versionNumber, versionLabel, base, baseSha256: hashOf(base), updates: updates + (pending.kind === 'update' ? 1 : 0), merges: merges + (pending.both ? 1 : 0) })
    const adoption = await findOwnAdoption(db, id)
    if (adoption && adoption.state !== 'ended') {
      await upsertAdoption(db, { ...adoption, state: 'running', versionLabel })
      await publishLessons(db, id, showsReport(adoption.consent, 'running'))
    }
    await audit(db, { action: 'adoption.written', subject: `adoption/${id}`, detail: { version: versionNumber } })
    return await findInstallation(db, id)
  })
  await settleEvidence(who.platform, who.town, id, who.now)
  return settled ? { ok: true, installation: settled } : { ok: false, why: 'gone', findings: [] }
}

/** Undoes what is pending: what ran before goes on running, a first installation is gone. */
export async function giveUp(who: Acting, installation: Installation, pending: Pending, why: 'refused' | 'changed' | 'gone', findings: readonly ReuseFinding[]): Promise<Outcome> {
  await unit(who, 'write', async (db) => {
    if ((await dropPending(db, installation.id, pending.key)) > 0) {
      // A use that was reported before stays; a line that began with this order goes with it.
      const adoption = await findOwnAdoption(db, installation.id)
      if (adoption?.createdAt.getTime() === installation.createdAt.getTime()) await deleteAdoption(db, installation.id)
    }
    await audit(db, { action: 'adoption.undo', subject: `adoption/${installation.id}`, detail: { why } })
  })
  return { ok: false, why, findings }
}

/** Ends a use: the line of the register closes, its evidence goes. What was written here stays the town's own. */
export async function endAdoption(who: Acting, id: string): Promise<void> {
  await unit(who, 'write', async (db) => {
    const adoption = await findOwnAdoption(db, id)
    if (!adoption || adoption.state === 'ended') return
    await endInstallation(db, id)
    await upsertAdoption(db, { ...adoption, state: 'ended', endedOn: localDate(db.now) })
    await publishLessons(db, id, false)
    await audit(db, { action: 'adoption.end', subject: `adoption/${id}` })
  })
  await settleEvidence(who.platform, who.town, id, who.now)
}
