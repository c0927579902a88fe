/** The kernel's guarded fetch in the portal's language: its refusals become the portal's, because those are kept with runs, files and previews. */
import * as kernel from '@modellregion/kernel'
import { refuse, RefusalError, type Refusal } from '../dcat/refusals.ts'

type Fetched = Omit<kernel.Fetched, 'body'> & { readonly body: AsyncIterable<Uint8Array> }

/** Fetches an address. Expected failures are refusals, also while the body is read (`RefusalError`). */
export async function guardedFetch(address: string, options: kernel.FetchOptions = {}): Promise<Fetched | { readonly ok: false; readonly refusal: Refusal; readonly status?: number }> {
  const fetched = await kernel.guardedFetch(address, options)
  return fetched.ok ? { ...fetched, body: translated(fetched.body) } : { ...fetched, refusal: refusalOf(fetched.refusal) }
}

/** Why an address may not be called by its form alone; undefined when it may be looked up. */
export function whyNotUrl(url: URL, allowed: kernel.Allowed): Refusal | undefined {
  const refusal = kernel.whyNotUrl(url, allowed)
  return refusal && refusalOf(refusal)
}

async function* translated(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw error instanceof kernel.FetchRefusalError ? new RefusalError(refusalOf(error.refusal)) : error
  }
}

const refusalOf = ({ reason, detail }: kernel.FetchRefusal): Refusal => refuse(`open-data.fetch.${reason}`, { detail })
