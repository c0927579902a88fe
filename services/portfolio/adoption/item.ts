import type { ReuseItem } from '@modellregion/contracts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { filesIn, withAbout } from './rules/parts.ts'
import type { Installation, Pending } from './schema.ts'

/** What a kind is asked to write, as the entry offers it. */
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

/** What is pending, as an item. Whatever its parts do not say is as in the town's own, else in the entry, else as it was when it was taken over. */
export function itemOfPending(installation: Installation, pending: Pending, ours: ReuseItem | undefined, entry: Entry | undefined): ReuseItem | undefined {
  const like = ours ?? (entry && itemOfEntry(entry, { label: pending.versionLabel, files: [] })) ?? remembered(installation)
  return like && withAbout({ ...like, licence: pending.licence ?? like.licence, version: pending.versionLabel, files: filesIn(pending.files) }, pending.files)
}

function remembered({ entryId, class: of, title, licence, languages }: Installation): Omit<ReuseItem, 'version' | 'files'> | undefined {
  return of === null || languages === null ? undefined : { ref: entryId, class: of, title: inBoth(title), summary: { de: '', en: '' }, licence, languages }
}

const inBoth = ({ de, en }: { readonly de?: string; readonly en?: string }) => ({ de: de ?? en ?? '', en: en ?? de ?? '' })
