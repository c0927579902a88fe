import type { FetchOptions } from '@modellregion/kernel'
import { guardedFetch } from '../fetch/guarded-fetch.ts'
import type { Answered } from './schema.ts'

/** Milliseconds for one address, redirects included. */
const patience = 20_000
/** Never asked again as failure: not of the web, or inside a private network. */
const unaskable = new Set(['open-data.fetch.address-forbidden', 'open-data.fetch.scheme-forbidden', 'open-data.fetch.url-invalid'])
/** The server asks for calm; that says nothing about the address. */
const busy = new Set([429, 503])

type Options = Pick<FetchOptions, 'allow' | 'signal' | 'lookup'>

/** Asks by HEAD; where a server does not answer that well, by GET for the first byte, whose body is not read. */
export async function askAddress(address: string, options: Options = {}): Promise<Answered> {
  const head = await ask(address, { ...options, method: 'HEAD' })
  if (head.state !== 'unreachable' || head.status === null || busy.has(head.status)) return head
  return await ask(address, { ...options, method: 'GET', range: 'bytes=0-0' })
}

async function ask(address: string, options: FetchOptions): Promise<Answered> {
  const fetched = await guardedFetch(address, { ...options, timeout: patience, idleTimeout: patience })
  if (fetched.ok) {
    await fetched.discard()
    return { state: 'reachable', status: fetched.status, reason: null, movedTo: fetched.url === new URL(address).href ? null : fetched.url }
  }
  const { code } = fetched.refusal
  const status = fetched.status ?? null
  if (unaskable.has(code)) return { state: 'unasked', status, reason: code, movedTo: null }
  if (status !== null && busy.has(status)) return { state: 'unknown', status, reason: code, movedTo: null }
  return { state: 'unreachable', status, reason: code, movedTo: null }
}
