/**
 * The only way this platform calls foreign addresses that somebody typed or a file named. The name is resolved here, every answer is checked, and the connection
 * goes to the very address that was checked: a name that answers differently a moment later (DNS rebinding) gains
 * nothing. Each redirect is checked anew. Sizes count after decompression.
 */
import { lookup as systemLookup } from 'node:dns/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import ipaddr from 'ipaddr.js'
import { Agent, request } from 'undici'
import { hostOf, whyNotAddress, whyNotUrl } from './address-rules.ts'
import type { Allowed } from './address-rules.ts'
import { FetchRefusalError, refuseFetch, type FetchRefusal } from './refusal.ts'

export type FetchOptions = {
  /** Exceptions from the ban of private addresses, by the operator's configuration only. */
  readonly allow?: Allowed
  /** Bytes of the body after decompression; 256 MB unless told. */
  readonly maxBytes?: number
  /** Milliseconds for all of it, redirects and body included; 5 minutes unless told. */
  readonly timeout?: number
  /** Milliseconds without a byte; 30 seconds unless told. */
  readonly idleTimeout?: number
  readonly maxRedirects?: number
  readonly signal?: AbortSignal
  readonly accept?: string
  /** For conditional requests: the answer may then be 304 without body. */
  readonly etag?: string
  readonly lastModified?: string
  readonly method?: 'GET' | 'HEAD'
  /** Part of the file, `bytes=0-0`; a server may send all of it. */
  readonly range?: string
  /** How names become addresses; the system's resolver unless told (tests). */
  readonly lookup?: (host: string) => Promise<readonly string[]>
}

export type Fetched = {
  readonly ok: true
  readonly status: number
  /** After redirects. */
  readonly url: string
  readonly contentType?: string
  readonly contentLength?: number
  readonly etag?: string
  readonly lastModified?: string
  /** Decompressed. Throws `FetchRefusalError` when a limit is passed. Must be read or closed with `discard`. */
  readonly body: AsyncIterable<Uint8Array>
  readonly discard: () => Promise<void>
}

/** What foreign servers see who asks. */
export const userAgent = 'Modellregion/1.0'

/** Fetches an address. Expected failures are refusals; a status of 400 and above is one. */
export async function guardedFetch(address: string, options: FetchOptions = {}): Promise<Fetched | { readonly ok: false; readonly refusal: FetchRefusal; readonly status?: number }> {
  const deadline = AbortSignal.timeout(options.timeout ?? 300_000)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  let url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) return { ok: false, refusal: refuseFetch('url-invalid', address) }
  for (let hop = 0; ; hop++) {
    if (hop > (options.maxRedirects ?? 5)) return { ok: false, refusal: refuseFetch('too-many-redirects', url.href) }
    const answer: Answer = await ask(url, options, signal)
    if ('refusal' in answer) return { ok: false, refusal: answer.refusal }
    const location = redirectStatuses.has(answer.status) ? header(answer.headers, 'location') : undefined
    if (location === undefined) return finish(url, answer, options)
    await answer.close()
    if (!URL.canParse(location, url.href)) return { ok: false, refusal: refuseFetch('url-invalid', location) }
    url = new URL(location, url)
  }
}

const redirectStatuses = new Set([301, 302, 303, 307, 308])

type Headers = Readonly<Record<string, string | string[] | undefined>>
type Answer = { readonly refusal: FetchRefusal } | { readonly status: number; readonly headers: Headers; readonly body: AsyncIterable<Uint8Array>; readonly signal: AbortSignal; readonly close: () => Promise<void> }

async function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Answer> {
  const resolved = await resolve(url, options, signal)
  if ('refusal' in resolved) return resolved
  const family = ipaddr.parse(resolved.address).kind() === 'ipv6' ? 6 : 4
  const idle = options.idleTimeout ?? 30_000
  const agent = new Agent({
    headersTimeout: idle, bodyTimeout: idle, maxHeaderSize: 32_768,
    connect: { timeout: Math.min(idle, 10_000), lookup: (_host, wanted, callback) => (wanted.all ? callback(null, [{ address: resolved.address, family }]) : callback(null, resolved.address, family)) },
  })
  try {
    const response = await request(url, {
      dispatcher: agent, method: options.method ?? 'GET', signal,
      headers: {
        'user-agent': userAgent, accept: options.accept ?? '*/*', 'accept-encoding': 'gzip, deflate, br',
        ...(options.etag !== undefined && { 'if-none-match': options.etag }), ...(options.lastModified !== undefined && { 'if-modified-since': options.lastModified }),
        ...(options.range !== undefined && { range: options.range }),
      },
    })
    // A body that is closed early reports that as an error; whoever reads it hears of it all the same.
    response.body.on('error', () => undefined)
    return { status: response.statusCode, headers: response.headers, body: response.body, signal, close: async () => { response.body.destroy(); await agent.destroy() } }
  } catch (error) {
    await agent.destroy()
    return { refusal: asRefusal(error, url, options, signal) }
  }
}

async function resolve(url: URL, options: FetchOptions, signal: AbortSignal): Promise<{ readonly address: string } | { readonly refusal: FetchRefusal }> {
  const allowed = options.allow ?? []
  const forbidden = whyNotUrl(url, allowed)
  if (forbidden) return { refusal: forbidden }
  const host = hostOf(url)
  const addresses = ipaddr.isValid(host) ? [host] : await abortable((options.lookup ?? resolveBySystem)(host), signal).catch(() => [])
  if (signal.aborted) return { refusal: asRefusal(signal.reason, url, options, signal) }
  const [first] = addresses
  if (first === undefined) return { refusal: refuseFetch('name-unknown', host) }
  for (const address of addresses) {
    const why = whyNotAddress(address, url, allowed)
    if (why) return { refusal: why }
  }
  return { address: first }
}

const resolveBySystem = async (host: string) => (await systemLookup(host, { all: true, verbatim: false })).map(({ address }) => address)

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    promise.then(done, fail)
  })
}

async function finish(url: URL, answer: Exclude<Answer, { refusal: FetchRefusal }>, options: FetchOptions): Promise<Fetched | { ok: false; refusal: FetchRefusal; status: number }> {
  const { status, headers } = answer
  if (status >= 400) {
    await answer.close()
    return { ok: false, status, refusal: refuseFetch('status', `${status} ${url.href}`) }
  }
  const limit = options.maxBytes ?? 256 * 1024 * 1024
  const length = Number(header(headers, 'content-length'))
  if (options.method !== 'HEAD' && Number.isFinite(length) && length > limit) {
    await answer.close()
    return { ok: false, status, refusal: refuseFetch('too-large', `${length} > ${limit} bytes`) }
  }
  const texts = { contentType: header(headers, 'content-type'), etag: header(headers, 'etag'), lastModified: header(headers, 'last-modified') }
  return {
    ok: true, status, url: url.href,
    ...(texts.contentType !== undefined && { contentType: texts.contentType }), ...(texts.etag !== undefined && { etag: texts.etag }),
    ...(texts.lastModified !== undefined && { lastModified: texts.lastModified }), ...(Number.isFinite(length) && { contentLength: length }),
    body: limited(answer, header(headers, 'content-encoding'), limit, url, options), discard: answer.close,
  }
}

async function* limited(answer: Exclude<Answer, { refusal: FetchRefusal }>, encoding: string | undefined, limit: number, url: URL, options: FetchOptions): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of decoded(answer.body, encoding)) {
      size += chunk.length
      if (size > limit) throw new FetchRefusalError(refuseFetch('too-large', `> ${limit} bytes`))
      yield chunk
    }
  } catch (error) {
    throw error instanceof FetchRefusalError ? error : new FetchRefusalError(asRefusal(error, url, options, answer.signal))
  } finally {
    await answer.close()
  }
}

function decoded(body: AsyncIterable<Uint8Array>, encoding: string | undefined): AsyncIterable<Uint8Array> {
  const decoder = encoding === 'gzip' || encoding === 'x-gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : encoding === 'br' ? createBrotliDecompress() : undefined
  return decoder ? through(body, decoder) : body
}

/** An error on either side ends the other; what was wrong with the body comes out of the decoder. */
async function* through(body: AsyncIterable<Uint8Array>, decoder: ReturnType<typeof createGunzip>): AsyncGenerator<Uint8Array> {
  // Nobody waits for the end: a source that hangs is closed by whoever asked it.
  pipeline(body, decoder).catch(() => {})
  try {
    yield* decoder
  } finally {
    decoder.destroy()
  }
}

function header(headers: Headers, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

function asRefusal(error: unknown, url: URL, options: FetchOptions, signal: AbortSignal): FetchRefusal {
  if (options.signal?.aborted) return refuseFetch('cancelled', url.host)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (signal.aborted || /TIMEOUT|ETIMEDOUT/.test(code)) return refuseFetch('timeout', url.host)
  return refuseFetch('unreachable', `${url.host}: ${code || (error instanceof Error ? error.message : String(error))}`)
}
