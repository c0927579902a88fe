import { guardedFetch, type Fetched, type FetchOptions } from './guarded-fetch.ts'
import { FetchRefusalError, type FetchRefusal } from './refusal.ts'

export type FetchedAll = Omit<Fetched, 'body' | 'discard'> & { readonly bytes: Uint8Array }

/** A guarded fetch of something small that is needed as a whole; 1 MB unless told. Failures while reading are values as well. */
export async function guardedFetchAll(address: string, options: FetchOptions = {}): Promise<FetchedAll | { readonly ok: false; readonly refusal: FetchRefusal; readonly status?: number }> {
  const fetched = await guardedFetch(address, { maxBytes: 1024 * 1024, ...options })
  if (!fetched.ok) return fetched
  const { body, discard: _, ...head } = fetched
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of body) chunks.push(chunk)
  } catch (error) {
    if (error instanceof FetchRefusalError) return { ok: false, refusal: error.refusal, status: fetched.status }
    throw error
  }
  return { ...head, bytes: Buffer.concat(chunks) }
}
