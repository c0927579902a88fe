import type { Difference, Example } from '../schema.ts'

/** Why examples cannot be read: the place in the list, from 1, and what is missing there. */
export type ExamplesRefused = { readonly ok: false; readonly why: 'no-json' | 'no-list' | 'no-bytes' | 'no-expectation' | 'too-many'; readonly at?: number; readonly detail?: string }

export const mostExamples = 50

/** Bytes as people write them: hexadecimal digits with or without blanks, or Base64 (`base64:` before it, or letters that are no hexadecimal digits). Undefined when it is neither. */
export function readBytes(text: string): number[] | undefined {
  const bare = text.trim().replace(/^0x/i, '').replace(/[\s:,-]|0x/gi, '')
  if (/^([0-9a-f]{2})*$/i.test(bare)) return (bare.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const named = /^base64:/i.test(text.trim())
  const base64 = text.trim().replace(/^base64:/i, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64) || base64.replace(/=+$/, '').length % 4 === 1) return undefined
  // A slip in hexadecimal digits shall not be taken for Base64, which network servers fill up to fours.
  if (!named && (base64.length % 4 !== 0 || /^[0-9a-f]+$/i.test(base64))) return undefined
  return [...Buffer.from(base64, 'base64')]
}

export const hexOf = (bytes: Iterable<number>): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
export const base64Of = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString('base64')

type Fields = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function bytesOf(value: unknown): number[] | undefined {
  if (typeof value === 'string') return readBytes(value)
  return Array.isArray(value) && value.every((byte): byte is number => Number.isInteger(byte) && byte >= 0 && byte <= 255) ? value : undefined
}

/**
 * Reads examples from JSON: a list of ours (`{ name, bytes, fPort, data }`, `{ name, send, bytes }`), a list as ChirpStack keeps it (`{ name, input, expected }`), or the
 * `examples` of a codec.yaml of The Things Network's device repository written as JSON (`{ description, input, output }`), alone or below `uplinkDecoder` and `downlinkEncoder`.
 */
export function readExamples(text: string): { readonly ok: true; readonly examples: readonly Example[] } | ExamplesRefused {
  if (text.trim() === '') return { ok: true, examples: [] }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return { ok: false, why: 'no-json', detail: error instanceof Error ? error.message : '' }
  }
  const list = listOf(parsed)
  if (!list) return { ok: false, why: 'no-list' }
  if (list.length > mostExamples) return { ok: false, why: 'too-many' }
  const examples: Example[] = []
  for (const [at, entry] of list.entries()) {
    const example = readExample(entry, at + 1)
    if ('why' in example) return example
    examples.push(example)
  }
  return { ok: true, examples }
}

function listOf(parsed: unknown): readonly unknown[] | undefined {
  if (Array.isArray(parsed)) return parsed
  if (!isRecord(parsed)) return undefined
  const parts = ['uplinkDecoder', 'downlinkEncoder'].flatMap((part) => (isRecord(parsed[part]) && Array.isArray(parsed[part]['examples']) ? parsed[part]['examples'] : []))
  return parts.length > 0 ? parts : Array.isArray(parsed['examples']) ? parsed['examples'] : undefined
}

function readExample(entry: unknown, at: number): Example | ExamplesRefused {
  if (!isRecord(entry)) return { ok: false, why: 'no-list', at }
  const name = textOf(entry['name']) ?? textOf(entry['description']) ?? `${at}`
  const input: Fields = isRecord(entry['input']) ? entry['input'] : entry
  const output = isRecord(entry['output']) ? entry['output'] : isRecord(entry['expected']) ? entry['expected'] : entry
  const isRefusal = entry['error'] === true || (Array.isArray(output['errors']) && output['errors'].length > 0)
  const fPort = typeof input['fPort'] === 'number' ? input['fPort'] : undefined
  // Of a downlink the bytes are what comes out.
  const isDownlink = 'send' in entry || (isRecord(entry['input']) && !('bytes' in input) && 'data' in input)
  const bytes = bytesOf(isDownlink ? output['bytes'] : input['bytes'])
  if (isDownlink) {
    if (!bytes && !isRefusal) return { ok: false, why: 'no-bytes', at }
    return { name, kind: 'downlink', send: 'send' in entry ? entry['send'] : input['data'], bytes: bytes ?? [], ...(fPort === undefined ? {} : { fPort }), ...(isRefusal ? { error: true } : {}) }
  }
  if (!bytes) return { ok: false, why: 'no-bytes', at }
  const [data, measures] = [output['data'], entry['measures']]
  if (data === undefined && measures === undefined && !isRefusal) return { ok: false, why: 'no-expectation', at }
  const recvTime = textOf(input['recvTime'])
  const variables = isRecord(input['variables']) ? Object.fromEntries(Object.entries(input['variables']).map(([key, value]) => [key, String(value)])) : undefined
  return {
    name, kind: 'uplink', bytes, fPort: fPort ?? 1,
    ...(recvTime ? { recvTime } : {}), ...(variables ? { variables } : {}), ...(data === undefined ? {} : { data }), ...(measures === undefined ? {} : { measures }), ...(isRefusal ? { error: true } : {}),
  }
}


export function firstDifference(expected: unknown, got: unknown, path = ''): Difference | undefined {
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= 1e-9 * Math.max(1, Math.abs(expected)) ? undefined : difference(path, expected, got)
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) return difference(`${path}.length`, expected.length, got.length)
    return firstOf(expected.map((value, at) => () => firstDifference(value, got[at], `${path}[${at}]`)))
  }
  if (isRecord(expected) && isRecord(got)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])].filter((key) => expected[key] !== undefined || got[key] !== undefined)
    return firstOf(keys.map((key) => () => firstDifference(expected[key], got[key], path === '' ? key : `${path}.${key}`)))
  }
  return Object.is(expected, got) || (expected === 0 && got === 0) ? undefined : difference(path, expected, got)
}

const firstOf = (checks: readonly (() => Difference | undefined)[]): Difference | undefined => {
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return undefined
}
const difference = (path: string, expected: unknown, got: unknown): Difference => ({ path, expected: shown(expected), got: shown(got) })
const shown = (value: unknown): string => (value === undefined ? '–' : JSON.stringify(value).slice(0, 200))
