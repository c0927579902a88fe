import type { Platform, Tenant } from '@modellregion/kernel'
import type { ReuseFile, ReuseItem, StandingItem } from '@modellregion/contracts'
import { hashOfFiles } from '../shelf/keep.ts'
import { findEntry, findEntryVersion, listEntries } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { unit, type Acting } from './acting.ts'
import { itemOfEntry } from './item.ts'
import { findKind, type FullKind } from './kinds.ts'
import { listOwnAdoptions } from './queries.ts'
import { findInstallation, listInstallations } from './queries/installation.ts'
import { listNewest, type Newest } from './queries/upstream.ts'
import { aboutIn, asFarAs, partsOf } from './rules/parts.ts'
import { standingOf, type Side, type Standing } from './rules/standing.ts'
import type { Adoption, Installation } from './schema.ts'

type Asks = { readonly platform: Platform; readonly tenant: Tenant; readonly now: Date; readonly actor?: { readonly id?: string | undefined } }
export const actingOf = ({ platform, tenant, now, actor }: Asks): Acting => ({ platform, town: tenant.id, now, actor: actor?.id })

/** A thing that was taken over, with both sides as they are now: as items and as parts that are compared. */
export type Stand = {
  readonly installation: Installation
  readonly kind: FullKind | undefined
  readonly standing: Standing
  readonly ours: StandingItem | undefined
  readonly ourParts: readonly ReuseFile[] | undefined
  readonly entry: Entry | undefined
  readonly theirs: EntryVersion | undefined
  readonly theirItem: ReuseItem | undefined
  readonly theirParts: readonly ReuseFile[] | undefined
  readonly theirSide: Side
  /** Hashes of both sides, of theirs with its licence, so that a decision can be told from one about something else. Empty: not there. */
  readonly seen: Seen
}
export type Seen = { readonly ours: string; readonly theirs: string }

export async function standOf(ask: Asks, id: string): Promise<Stand | undefined> {
  const found = await unit(actingOf(ask), 'read', async (db) => {
    const installation = await findInstallation(db, id)
    const entry = installation && (await findEntry(db, installation.entryId))
    const theirs = entry && entry.currentVersion !== null && entry.retiredAt === null ? await findEntryVersion(db, entry.id, entry.currentVersion) : undefined
    return installation && { installation, entry, theirs: theirs?.files ? theirs : undefined }
  })
  if (!found) return undefined
  const { installation, entry, theirs } = found
  const kind = findKind(ask.platform, ask.tenant, installation.kind)
  const ours = await oursOf(ask, installation, kind)
  const theirItem = entry && theirs && itemOfEntry(entry, theirs)
  const [ourParts, theirParts] = [partsIn(ours, kind), partsIn(theirItem, kind)]
  const theirSide = theirsBeside(installation, entry, theirs && { ...theirs, sha256: hashOfFiles(theirs.files ?? []) }, kind)
  const standing = standingOf({ state: installation.state, isServed: kind !== undefined, ours: oursBeside(installation, ourParts), theirs: theirSide })
  const seen = { ours: ourParts ? hashOfFiles(ourParts) : '', theirs: theirItem && theirParts ? `${hashOfFiles(theirParts)} ${theirItem.licence}` : '' }
  return { installation, entry, theirs, kind, ours, ourParts, theirItem, theirParts, theirSide, standing, seen }
}

const oursOf = async (ask: Asks, { localRef }: Installation, kind: FullKind | undefined): Promise<StandingItem | undefined> =>
  localRef === null ? undefined : await kind?.kind.read(ask.platform, { id: ask.tenant.id }, localRef, ask.now)
const partsIn = (item: ReuseItem | undefined, kind: FullKind | undefined): readonly ReuseFile[] | undefined => item && partsOf(item, kind?.kind.titleApart === true)

const oursBeside = ({ base }: Installation, parts: readonly ReuseFile[] | undefined): Side => (parts ? (hashOfFiles(asFarAs(base, parts)) === hashOfFiles(base) ? 'same' : 'changed') : 'none')

// Looks at the hash of the original's files only, so that a list need not load them.
function theirsBeside({ base, versionNumber, baseSha256 }: Installation, entry: Entry | undefined, newest: Pick<Newest, 'number' | 'sha256'> | undefined, kind: FullKind | undefined): Side {
  if (!entry || !newest) return 'none'
  const hasSameFiles = newest.number === versionNumber || newest.sha256 === baseSha256
  const about = aboutIn(asFarAs(base, partsOf(itemOfEntry(entry, { label: '', files: [] }), kind?.kind.titleApart === true)))
  return hasSameFiles && hashOfFiles(about) === hashOfFiles(aboutIn(base)) ? 'same' : 'changed'
}

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
      const ours = partsIn(await oursOf(ask, installation, kind), kind)
      return { adoption, installation, entry, newest: latest, kind, standing: standingOf({ state: installation.state, isServed: kind !== undefined, ours: oursBeside(installation, ours), theirs: theirsBeside(installation, entry, latest, kind) }) }
    }),
  )
}
