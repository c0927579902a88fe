import { guardedFetchAll, type FetchRefusal, type Platform } from '@modellregion/kernel'
import { largestFile } from './rules/read-yaml.ts'
import { rawAddresses } from './rules/repository.ts'

type Caller = { readonly platform: Pick<Platform, 'config'>; readonly signal?: AbortSignal; readonly etag?: string | null; /** Also http, for what a town watches already. */ readonly plain?: boolean }
export type ReadFile = { readonly ok: true; readonly bytes: Uint8Array; /** Of the raw file. */ readonly address: string; readonly etag: string | null; readonly unchanged: boolean } | { readonly ok: false; readonly refusal: FetchRefusal }

/** Milliseconds for one address: a person waits. */
const patience = 10_000

/** Brings the file behind the address of a repository or a file. Tries the places where its forge keeps such a file; the last refusal counts. */
export async function readAddress(address: string, { platform, signal, etag, plain = false }: Caller): Promise<ReadFile> {
  const places = rawAddresses(address)
  const allow = platform.config.harvest?.allow ?? []
  let refusal: FetchRefusal = { reason: URL.canParse(address) && !/^https?:/i.test(address) ? 'scheme-forbidden' : 'url-invalid', detail: address.slice(0, 200) }
  for (const place of places) {
    // What an operator allows by name may be plain http: a forge inside the town hall.
    if (!plain && place.startsWith('http:') && !allow.includes(new URL(place).host)) return { ok: false, refusal: { reason: 'scheme-forbidden', detail: 'http' } }
    const fetched = await guardedFetchAll(place, { allow, maxBytes: largestFile, timeout: patience, accept: 'application/yaml, text/yaml, text/plain, */*;q=0.1', ...(signal && { signal }), ...(etag && { etag }) })
    if (fetched.ok) return { ok: true, bytes: fetched.bytes, address: place, etag: fetched.etag ?? null, unchanged: fetched.status === 304 }
    refusal = fetched.refusal
    if (fetched.status !== 404) break
  }
  return { ok: false, refusal }
}
