import { createHash } from 'node:crypto'
import { refuse } from './refusal.ts'

/** A presentation, taken apart but not yet believed (RFC 9901, 4). */
export type SdJwt = {
  /** The part that the issuer has signed, a compact JWS. */
  issued: string
  disclosures: readonly string[]
  /** The holder's proof, a compact JWS. */
  keyBinding: string
  /** What `sd_hash` in the proof covers: everything before it. */
  covered: string
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type JsonObject = { readonly [name: string]: Json }

/** Way to a claim: names of members, and positions in arrays. */
export type Path = readonly (string | number)[]

/** A German PID has some 30 of them; whoever sends hundreds wants our time. */
const mostDisclosures = 100

/** Takes `issued~disclosure~…~proof` apart. A presentation without the holder's proof is none. @throws RefusedPresentation */
export function splitSdJwt(text: string): SdJwt {
  const parts = text.split('~')
  const [issued = '', ...rest] = parts
  const keyBinding = rest.pop()
  if (keyBinding === undefined || keyBinding === '') refuse('no-holder-proof')
  if (rest.length > mostDisclosures || rest.some((disclosure) => disclosure === '')) refuse('malformed')
  return { issued, disclosures: rest, keyBinding, covered: text.slice(0, text.length - keyBinding.length) }
}

/** SHA-256 of ASCII text as base64url, the one hash that the profile asks for (HAIP 1.0, 7). */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/**
 * Puts disclosed claims back into their places (RFC 9901, 7.1): each disclosure must have its digest in the signed part or in a disclosure above it,
 * no digest may stand twice, no disclosure may be left over or overwrite a claim. Returns the claims and which of them were disclosed.
 * @throws RefusedPresentation
 */
export function restoreClaims(signed: JsonObject, disclosures: readonly string[]): { claims: JsonObject; disclosed: readonly Path[] } {
  if (signed['_sd_alg'] !== undefined && signed['_sd_alg'] !== 'sha-256') refuse('malformed')
  const byDigest = new Map(disclosures.map((text) => [digestOf(text), readDisclosure(text)]))
  if (byDigest.size !== disclosures.length) refuse('tampered') // the same disclosure twice
  const seen = new Set<string>()
  const disclosed: Path[] = []

  // Takes a disclosure when there is one for this digest; undisclosed claims and decoys have none.
  const take = (digest: Json): readonly Json[] | undefined => {
    if (typeof digest !== 'string' || seen.has(digest)) refuse('tampered')
    seen.add(digest)
    return byDigest.get(digest)
  }

  const restoreObject = (object: JsonObject, path: Path): JsonObject => {
    const { _sd: digests, ...open } = object
    if (path.length === 0) delete (open as Record<string, Json>)['_sd_alg']
    if ('...' in open) refuse('tampered')
    const restored = new Map<string, Json>()
    for (const [name, value] of Object.entries(open)) restored.set(name, restore(value, [...path, name]))
    if (digests !== undefined && !Array.isArray(digests)) refuse('malformed')
    for (const digest of digests ?? []) {
      const disclosure = take(digest)
      if (!disclosure) continue
      const [, name, value] = disclosure
      if (disclosure.length !== 3 || typeof name !== 'string' || value === undefined || name === '_sd' || name === '...' || restored.has(name)) refuse('tampered')
      disclosed.push([...path, name])
      restored.set(name, restore(value, [...path, name]))
    }
    return Object.fromEntries(restored)
  }

  const restoreArray = (items: readonly Json[], path: Path): Json[] =>
    items.flatMap((item, index) => {
      const here = [...path, index]
      if (!isObject(item) || !('...' in item)) return [restore(item, here)]
      if (Object.keys(item).length !== 1) refuse('tampered')
      const disclosure = take(item['...'] ?? null)
      if (!disclosure) return []
      const [, value] = disclosure
      if (disclosure.length !== 2 || value === undefined) refuse('tampered')
      disclosed.push(here)
      return [restore(value, here)]
    })

  const restore = (value: Json, path: Path): Json => {
    if (path.length > 12) refuse('malformed')
    if (Array.isArray(value)) return restoreArray(value, path)
    return isObject(value) ? restoreObject(value, path) : value
  }

  const claims = restoreObject(signed, [])
  if (disclosed.length !== disclosures.length) refuse('tampered')
  return { claims, disclosed }
}

function readDisclosure(text: string): readonly Json[] {
  const value = readJson(Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(value) || typeof value[0] !== 'string') refuse('malformed')
  return value
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json // any JSON; what it is, is asked where it is used
  } catch {
    return refuse('malformed')
  }
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
