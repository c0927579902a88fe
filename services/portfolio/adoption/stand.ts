import type { Platform, Tenant } from '@modellregion/kernel'
import type { ReuseItem } from '@modellregion/contracts'
import { findEntry, findEntryVersion, listEntries } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { hashOf, unit, type Acting } from './carry-out.ts'
import { findKind, type FullKind } from './kinds.ts'
import { listOwnAdoptions } from './queries.ts'
import { findInstallation, listInstallations } from './queries/installation.ts'
import { listNewest, type Newest } from './queries/upstream.ts'
import { standingOf, type Standing } from './rules/standing.ts'
import type { Adoption, Installation } from './schema.ts'

type Asks = { readonly platform: Platform; readonly tenant: Tenant; readonly now: Date; readonly actor?: { readonly id?: string | undefined } }
export const actingOf = ({ platform, tenant, now, actor }: Asks): Acting => ({ platform, town: tenant.id, now, actor: actor?.id })

/** A thing that was taken over, with both sides as they are now. */
export type Stand = { readonly installation: Installation; readonly kind: FullKind | undefined; readonly standing: Standing; readonly ours: ReuseItem | undefined; readonly oursSha: string; readonly entry: Entry | undefined; readonly theirs: EntryVersion | undefined }

export async function standOf(ask: Asks, id: string): Promise<Stand | undefined> {
  const found = await unit(actingOf(ask), 'read', async (db) => {
    const installation = await findInstallation(db, id)
    const entry = installation && (await findEntry(db, installation.entryId))
    const theirs = entry && entry.currentVersion !== null && entry.retiredAt === null ? await findEntryVersion(db, entry.id, entry.currentVersion) : undefined
    return installation && { installation, entry, theirs: theirs?.files ? theirs : undefined }
  })
  if (!found) return undefined
  const kind = findKind(ask.platform, ask.tenant, found.installation.kind)
  const ours = await oursOf(ask, found.installation, kind)
  const oursSha = ours ? hashOf(ours.files) : ''
  const theirs = theirsSha(found.installation, found.theirs && { number: found.theirs.number, sha256: hashOf(found.theirs.files ?? []) })
  return { ...found, kind, ours, oursSha, standing: standingOf({ state: found.installation.state, base: found.installation.baseSha256, ours: ours ? oursSha : null, theirs }) }
}

const oursOf = async (ask: Asks, { localRef }: Installation, kind: FullKind | undefined): Promise<ReuseItem | undefined> =>
  localRef === null ? undefined : await kind?.kind.read(ask.platform, { id: ask.tenant.id }, localRef, ask.now)
const theirsSha = ({ versionNumber, baseSha256 }: Installation, newest: Pick<Newest, 'number' | 'sha256'> | undefined): string | null => (newest ? (newest.number === versionNumber ? baseSha256 : newest.sha256) : null)

/** One line of "what we have taken over". Without an installation a town has only said that it uses it. */
export type AdoptionRow = { readonly adoption: Adoption; readonly installation: Installation | undefined; readonly entry: Entry | undefined; readonly newest: Newest | undefined; readonly standing: Standing | undefined; readonly kind: FullKind | undefined }

export async function listRows(ask: Asks, page: { from: number; size: number }): Promise<AdoptionRow[]> {
  const { adoptions, installations, entries, newest } = await unit(actingOf(ask), 'read', async (db) => {
    const all = await listOwnAdoptions(db, page)
    const ids = all.map(({ entryId }) => entryId)
    return { adoptions: all, installations: await listInstallations(db, all.map(({ id }) => id)), entries: await listEntries(db, ids), newest: await listNewest(db, ids) }
  })
  return await Promise.all(
    adoptions.map(async (adoption): Promise<AdoptionRow> => {
      const installation = installations.find(({ id }) => id === adoption.id)
      const entry = entries.find(({ id }) => id === adoption.entryId)
      const latest = newest.find(({ entryId }) => entryId === adoption.entryId)
      const kind = installation && findKind(ask.platform, ask.tenant, installation.kind)
      if (!installation) return { adoption, installation, entry, newest: latest, standing: undefined, kind }
      const ours = await oursOf(ask, installation, kind)
      return { adoption, installation, entry, newest: latest, kind, standing: standingOf({ state: installation.state, base: installation.baseSha256, ours: ours ? hashOf(ours.files) : null, theirs: theirsSha(installation, latest) }) }
    }),
  )
}
