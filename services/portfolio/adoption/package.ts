import { guardedFetchAll, newId, type Platform } from '@modellregion/kernel'
import type { ReuseFile } from '@modellregion/contracts'
import { addVersion, keepEntry } from '../shelf/keep.ts'
import { findEntry } from '../shelf/queries.ts'
import type { Entry, EntryVersion } from '../shelf/schema.ts'
import { hashOf, unit, type Acting } from './carry-out.ts'
import { findImported } from './queries.ts'
import { failPackageSource, listFetched, upsertPackageSource, type PackageSource } from './queries/package.ts'
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
    sha256: hashOf(version.files),
  }
}

/** `fetch`: the address did not answer as it should, with the kernel's reason. */
export type ImportFault = PackageFault | { readonly code: 'too-large' | 'scheme' } | { readonly code: 'fetch'; readonly detail: string }
export type Imported = { readonly ok: true; readonly entryId: string } | { readonly ok: false; readonly faults: readonly ImportFault[] }

/** Keeps a package as an unpublished entry of the town. Read once more, it becomes the next version of the same entry. */
export async function keepPackage(who: Acting, source: string, fetchedFrom: string | null): Promise<Imported> {
  if (Buffer.byteLength(source) > packageLimit) return { ok: false, faults: [{ code: 'too-large' }] }
  const read = readPackage(source, hashOf)
  if (!read.ok) return read
  const { entry, version, origin, source: address } = read.value
  const wanted = newId(who.now)
  const entryId = await unit(who, 'write', async (db) => {
    const known = await findImported(db, address)
    const id = known?.id ?? wanted
    const published = known ? ((await findEntry(db, id))?.published ?? false) : false
    const { title, summary, problem, description, licence, languages, topics, class: of, kind } = entry
    // The package's own form of the optional texts is what the shelf keeps; TypeScript only knows them as `| undefined`.
    await keepEntry(db, { id, published, class: of, kind, itemRef: null, title: filled(title), summary: filled(summary), problem, description, licence, languages, topics, origin: 'package', sourceUrl: address, pageUrl: address, contact: { office: entry.town, url: address }, effort: {}, cost: {}, service: null, project: null })
    await addVersion(db, id, { label: version.label, note: version.note, files: read.files })
    await upsertPackageSource(db, { entryId: id, fetchedFrom, origin: [...origin, address] })
    return id
  })
  return { ok: true, entryId }
}

const filled = ({ de, en }: { de?: string | undefined; en?: string | undefined }) => ({ ...(de !== undefined && { de }), ...(en !== undefined && { en }) })

/** Fetches a package and keeps it. The address of an entry's page is enough. Only https, unless the operator allows the address. */
export async function fetchPackage(who: Acting, typed: string, signal?: AbortSignal): Promise<Imported> {
  const address = packageAddress(typed)
  const allow = who.platform.config.harvest?.allow ?? []
  if (address === undefined || (!address.startsWith('https:') && allow.length === 0)) return { ok: false, faults: [{ code: 'scheme' }] }
  const fetched = await guardedFetchAll(address, { maxBytes: packageLimit, accept: 'application/json', timeout: 30_000, allow, ...(signal && { signal }) })
  if (!fetched.ok) return { ok: false, faults: [fetched.refusal.reason === 'too-large' ? { code: 'too-large' } : { code: 'fetch', detail: `${fetched.refusal.reason} ${fetched.refusal.detail}` }] }
  return await keepPackage(who, Buffer.from(fetched.bytes).toString('utf8'), address)
}

/** The package that belongs to the address of an entry; other addresses are taken as they are. */
function packageAddress(typed: string): string | undefined {
  if (!URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (/\/portfolio\/reuse\/[0-9a-f-]{36}\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/package.json`
  url.hash = ''
  return url.href
}

/** Looks at fetched packages again. A failure is noted and disturbs nothing: what is here stays. */
export async function refreshPackages(who: Acting, platform: Platform, signal: AbortSignal, size = 200): Promise<number> {
  const sources = await unit(who, 'read', (db) => listFetched(db, size))
  for (const source of sources) {
    signal.throwIfAborted()
    await refreshPackage({ ...who, platform }, source, signal)
  }
  return sources.length
}

export async function refreshPackage(who: Acting, { entryId, fetchedFrom }: PackageSource, signal?: AbortSignal): Promise<Imported> {
  if (fetchedFrom === null) return { ok: true, entryId }
  const result = await fetchPackage(who, fetchedFrom, signal)
  if (!result.ok) await unit(who, 'write', (db) => failPackageSource(db, entryId, result.faults[0]?.code ?? 'fetch'))
  return result
}
