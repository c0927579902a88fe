/**
 * Nothing a client of CKAN says is lost, although the catalogue keeps DCAT: what the description would say differently is kept beside it
 * and said again, until somebody changes the description at that place.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Kept } from '../dcat/schema.ts'
import { isLoose, type Loose } from './loose.ts'

/** Keys that the portal answers for, whatever a client sends. */
const own = new Set([
  'id', 'name', 'owner_org', 'organization', 'private', 'state', 'metadata_created', 'metadata_modified', 'num_resources', 'num_tags', 'isopen', 'license_title', 'license_url',
  'creator_user_id', 'resources', 'relationships_as_object', 'relationships_as_subject', 'review_state', 'tag_string',
]) // prettier-ignore
const ownOfFile = new Set(['id', 'package_id', 'position', 'state', 'metadata_modified', 'datastore_active', 'resource_views', 'upload', 'clear_upload'])

/** Keys every package has in CKAN: one that a client leaves out is empty, not absent. */
const standard: Loose = { author: null, author_email: null, license_id: null, maintainer: null, maintainer_email: null, notes: '', title: '', type: 'dataset', url: '', version: null, tags: [], groups: [] }
const standardOfFile: Loose = {
  cache_last_updated: null, cache_url: null, description: '', format: '', hash: '', last_modified: null, mimetype: null, mimetype_inner: null, name: '', resource_type: null, size: null, url: '', url_type: null,
} // prettier-ignore

const extra = 'extras:'

/** What is to be kept of a package beside the description, `made` being the package the description makes. */
export const keptOfPackage = (said: Loose, made: Loose): Kept => difference({ ...standard, ...flatPackage(said) }, flatPackage(made))
/** The same of a file. */
export const keptOfFile = (said: Loose, made: Loose): Kept => difference({ ...standardOfFile, ...without(settled(said, made), ownOfFile) }, without(made, ownOfFile))

/** The package as the client said it, where the description still says what it said then. */
export function packageAgain(made: Loose, kept: Kept): Loose {
  const { extras, plain } = splitExtras(sayAgain(flatPackage(made), kept))
  const back = unflat(plain, made)
  return { ...made, ...gone(made, plain, own), ...back, num_tags: back.tags.length, extras }
}
export const fileAgain = (made: Loose, kept: Kept): Loose => {
  const again = sayAgain(without(made, ownOfFile), kept)
  return Object.fromEntries(Object.entries({ ...made, ...again }).filter(([key]) => ownOfFile.has(key) || key in again))
}

function difference(said: Loose, made: Loose): Kept {
  const keys = [...new Set([...Object.keys(said), ...Object.keys(made)])].sort()
  return Object.fromEntries(
    keys.flatMap((key) => (isDeepStrictEqual(said[key], made[key]) ? [] : [[key, { ...(said[key] !== undefined && { said: said[key] }), ...(made[key] !== undefined && { made: made[key] }) }]])),
  )
}

function sayAgain(made: Loose, kept: Kept): Loose {
  const again: Record<string, unknown> = { ...made }
  for (const [key, one] of Object.entries(kept)) {
    if (key.startsWith(':')) continue // a mark of the portal's own
    if (!isDeepStrictEqual(one.made, made[key])) continue
    if (one.said === undefined) delete again[key]
    else again[key] = one.said
  }
  return again
}

// Lists of records become lists of names, extras become keys, so that one changed extra does not set the others free.
function flatPackage(pack: Loose): Loose {
  const { tags, groups, extras, ...rest } = without(pack, own)
  const names = (list: unknown) => (Array.isArray(list) ? [...new Set(list.map((item) => (isLoose(item) ? item['name'] : item)))] : undefined)
  const extraPairs = Array.isArray(extras) ? extras.filter(isLoose).map((one) => [`${extra}${String(one['key'])}`, one['value']]) : []
  return { ...rest, ...(tags !== undefined && { tags: names(tags)?.sort() }), ...(groups !== undefined && { groups: names(groups) }), ...Object.fromEntries(extraPairs) }
}

function splitExtras(flat: Loose): { extras: { key: string; value: unknown }[]; plain: Loose } {
  const entries = Object.entries(flat)
  const extras = entries.filter(([key]) => key.startsWith(extra)).map(([key, value]) => ({ key: key.slice(extra.length), value }))
  return { extras: extras.toSorted((a, b) => (a.key < b.key ? -1 : 1)), plain: Object.fromEntries(entries.filter(([key]) => !key.startsWith(extra))) }
}

function unflat(plain: Loose, made: Loose): Loose & { tags: readonly object[] } {
  const back = (key: 'tags' | 'groups', make: (name: string) => object) => {
    const known = new Map((Array.isArray(made[key]) ? made[key].filter(isLoose) : []).map((item) => [item['name'], item]))
    return Array.isArray(plain[key]) ? plain[key].map((name) => known.get(name) ?? make(String(name))) : []
  }
  return { ...plain, tags: back('tags', (name) => ({ display_name: name, id: name, name, state: 'active', vocabulary_id: null })), groups: back('groups', (name) => ({ description: '', display_name: name, id: name, image_display_url: '', name, title: name })) }
}

// CKAN itself writes a format it knows and a size in its own spelling.
const settled = (said: Loose, made: Loose): Loose => ({ ...said, ...(made['format'] !== '' && { format: made['format'] }), ...(made['size'] !== null && { size: made['size'] }) })

const without = (record: Loose, keys: ReadonlySet<string>): Loose => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)))
/** Keys of `made` that are no longer said, as undefined: they vanish in JSON. */
const gone = (made: Loose, again: Loose, keep: ReadonlySet<string>): Loose => Object.fromEntries(Object.keys(made).filter((key) => !keep.has(key) && key !== 'extras' && !(key in again)).map((key) => [key, undefined]))
