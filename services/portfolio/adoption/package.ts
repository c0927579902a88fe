import { guardedFetchAll, newId } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { addVersion, hashOfFiles, keepEntry } from '../shelf/keep.ts'
import { findEntry, findEntryVersion } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { unit, type Acting } from './acting.ts'
import { findImported } from './queries.ts'
import { failPackageSource, findPackageSource, listFetched, lockPackage, upsertPackageSource, type PackageSource } from './queries/package.ts'
import { packageFormat, packageLimit, packageVersion, readPackage, type PackageFault, type ReusePackage } from './rules/package.ts'

/** A version of an entry as a package. `town` is its name, `source` the address of the entry here, `origin` where it came from before. */
export function packageOf(entry: Entry, version: EntryVersion & { readonly files: readonly ReuseFile[] }, town: string, source: string, origin: readonly string[]): ReusePackage {
  const { id, class: of, kind, itemRef: ref, title, summary, problem, description, licence, languages, topics } = entry
  return {
    format: packageFormat,
    formatVersion: packageVersion,
    source,
    entry: { id, town, class: of, kind, ref, title, summary, problem, description, licence, languages: [...languages], topics: [...topics] },
    version: { number: version.number, label: version.label, note: version.note, publishedAt: version.createdAt.toISOString() },
    origin: [...origin],
    files: version.files.map((file) => ({ ...file })),
    sha256: hashOfFiles(version.files),
  }
}

/**
 * Why a package is not kept. `fetch`: the address did not answer as it should, with the kernel's reason and detail. `source`: it says that it comes from
 * another place than it was fetched from. `older`, `rewritten`: a version that was read before is newer, or has the same number and other files.
 */
export type ImportFault = PackageFault | { readonly code: 'too-large' | 'scheme' | 'fetch' | 'source' | 'older' | 'rewritten'; readonly about: string }
export type Imported = { readonly ok: true; readonly entryId: string } | { readonly ok: false; readonly faults: readonly ImportFault[] }
const refused = (code: ImportFault['code'], about = ''): Imported => ({ ok: false, faults: [{ code, about }] })

/** How many places a package remembers; the first one always stays. */
const longestWay = 20

/** Keeps a package as an unpublished entry of the town. Read once more, it becomes the next version of the same entry; what the town itself has noted about it stays. */
export async function keepPackage(who: Acting, source: string, fetchedFrom: string | null): Promise<Imported> {
  if (Buffer.byteLength(source) > packageLimit) return refused('too-large')
  const read = readPackage(source, hashOfFiles)
  return read.ok ? await keepRead(who, read, fetchedFrom) : read
}

type Read = { readonly value: ReusePackage; readonly files: readonly ReuseFile[] }

const keepRead = (who: Acting, { value: { entry, version, origin, source: address }, files }: Read, fetchedFrom: string | null): Promise<Imported> =>
  unit(who, 'write', async (db) => {
    await lockPackage(db, address)
    const found = await findImported(db, address)
    const known = found && (await findEntry(db, found.id))
    const before = known && (await findPackageSource(db, known.id))?.versionNumber
    if (typeof before === 'number' && version.number < before) return refused('older', String(before))
    if (known && before === version.number && (await findEntryVersion(db, known.id, known.currentVersion ?? 0))?.sha256 !== hashOfFiles(files)) return refused('rewritten', String(before))
    const id = known?.id ?? newId(who.now)
    const { title, summary, problem, description, licence, languages, topics, class: of, kind } = entry
    const { published = false, effort = {}, cost = {}, service = null, project = null } = known ?? {}
    await keepEntry(db, { id, published, class: of, kind, itemRef: null, title: filled(title), summary: filled(summary), problem, description, licence, languages, topics, origin: 'package', sourceUrl: address, pageUrl: address, contact: { office: entry.town, url: address }, effort, cost, service, project })
    await addVersion(db, id, { label: version.label, note: version.note, files })
    const way = [...origin, address]
    await upsertPackageSource(db, { entryId: id, fetchedFrom, origin: [...way.slice(0, 1), ...way.slice(1).slice(1 - longestWay)], versionNumber: version.number })
    return { ok: true, entryId: id }
  })

// The package's own form of the optional texts is what the shelf keeps; TypeScript only knows them as `| undefined`.
const filled = ({ de, en }: { de?: string | undefined; en?: string | undefined }) => ({ ...(de !== undefined && { de }), ...(en !== undefined && { en }) })

/** Fetches a package and keeps it. The address of an entry's page is enough. Only https, unless the operator allows the address. */
export async function fetchPackage(who: Acting, typed: string, signal?: AbortSignal): Promise<Imported> {
  const address = packageAddress(typed)
  const allow = who.platform.config.harvest?.allow ?? []
  if (address === undefined || (!address.startsWith('https:') && allow.length === 0)) return refused('scheme')
  const fetched = await guardedFetchAll(address, { maxBytes: packageLimit, accept: 'application/json', timeout: 30_000, allow, ...(signal && { signal }) })
  if (!fetched.ok) return fetched.refusal.reason === 'too-large' ? refused('too-large') : refused('fetch', `${fetched.refusal.reason} ${fetched.refusal.detail}`)
  const read = readPackage(Buffer.from(fetched.bytes).toString('utf8'), hashOfFiles)
  if (!read.ok) return read
  // Else one installation could write the next version of what another one offers.
  const { host } = new URL(read.value.source)
  if (host !== new URL(address).host && host !== new URL(fetched.url).host) return refused('source', host)
  return await keepRead(who, read, address)
}

/** The package that belongs to the address of an entry; other addresses are taken as they are. */
function packageAddress(typed: string): string | undefined {
  if (!URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (/\/portfolio\/reuse\/[0-9a-f-]{36}\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/package.json`
  url.hash = ''
  return url.href
}

/** Looks at fetched packages again, those first that were not looked at for longest. A failure is noted and disturbs nothing: what is here stays. */
export async function refreshPackages(who: Acting, signal: AbortSignal, size = 200): Promise<void> {
  const sources = await unit(who, 'read', (db) => listFetched(db, size))
  for (const source of sources) {
    signal.throwIfAborted()
    await refreshPackage(who, source, signal)
  }
}

/** Looks at one again and notes how it went. */
export async function refreshPackage(who: Acting, { entryId, fetchedFrom }: Pick<PackageSource, 'entryId' | 'fetchedFrom'>, signal?: AbortSignal): Promise<Imported> {
  if (fetchedFrom === null) return { ok: true, entryId }
  const result = await fetchPackage(who, fetchedFrom, signal)
  const [fault] = result.ok ? [] : result.faults
  if (fault) await unit(who, 'write', (db) => failPackageSource(db, entryId, fault.code, fault.about))
  return result
}
