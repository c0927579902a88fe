import type { Platform, Tenant, UnitOfWork } from '@modellregion/kernel'
import type { ReuseItem } from '@modellregion/contracts'
import { findKind, reuseKindsOf } from '../adoption/kinds.ts'
import { addVersion } from '../shelf/keep.ts'
import { findEntryVersion } from '../shelf/queries.ts'
import type { Entry } from '../shelf/schema.ts'

/** A thing of the town that could be offered, with its kind in full. */
export type Offer = { readonly kind: string; readonly service: string; readonly item: ReuseItem }

/** Everything of the town that another one could install, in the order of kinds. Services that fail are left out, the others stay usable. */
export async function listOffers(platform: Platform, tenant: Tenant, now: Date, complain: (error: unknown, what: string) => void): Promise<Offer[]> {
  const lists = reuseKindsOf(platform, tenant).map(async ({ id, service, kind }) => {
    try {
      return (await kind.list(platform, tenant, now)).map((item) => ({ kind: id, service, item }))
    } catch (error) {
      complain(error, `listing ${id} for the catalogue`)
      return []
    }
  })
  return (await Promise.all(lists)).flat()
}

/** One of them by its key (`rules/offer.ts`); undefined when the town has no such thing (any more). */
export async function findOffer(platform: Platform, tenant: Tenant, key: string, now: Date): Promise<Offer | undefined> {
  const at = key.indexOf(':')
  const kind = findKind(platform, tenant, key.slice(0, at))
  const item = at > 0 ? await kind?.kind.read(platform, tenant, key.slice(at + 1), now) : undefined
  return kind && item && { kind: kind.id, service: kind.service, item }
}

/** Makes what the item is now the current version, when it differs from it. Returns its number. */
export const versionOfItem = (db: UnitOfWork, entryId: string, item: ReuseItem, note: string): Promise<number> => addVersion(db, entryId, { label: item.version, note, files: item.files })

/** Whether an entry can be shown to others: it has a version with files, or it leads to where it is. */
export async function isReady(db: UnitOfWork, entry: Pick<Entry, 'id' | 'currentVersion' | 'sourceUrl'>): Promise<boolean> {
  if (entry.sourceUrl !== null) return true
  const version = entry.currentVersion === null ? undefined : await findEntryVersion(db, entry.id, entry.currentVersion)
  return (version?.files?.length ?? 0) > 0
}

