import { invalid } from '../failure.ts'

/** Parameters of a call: texts from addresses and forms, any JSON from bodies. */
export type Params = Readonly<Record<string, unknown>>

/** A text; numbers and truths count as their spelling. @throws ApiFailure for lists and objects */
export function textParam(params: Params, name: string): string | undefined {
  const value = params[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') throw invalid({ [name]: ['Must be a string'] })
  return String(value)
}

/** @throws ApiFailure when there is none */
export function requiredParam(params: Params, name: string): string {
  const value = textParam(params, name)
  if (value === undefined || value === '') throw invalid({ [name]: ['Missing value'] })
  return value
}

/** A whole number from 0; above `most` it is cut, as CKAN does. @throws ApiFailure for anything else */
export function countParam(params: Params, name: string, fallback: number, most = Number.MAX_SAFE_INTEGER): number {
  const text = textParam(params, name)?.trim()
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || !/^[+-]?\d+$/.test(text)) throw invalid({ [name]: ['Invalid integer'] })
  if (value < 0) throw invalid({ [name]: ['Must be a natural number'] })
  return Math.min(value, most)
}

/** `true`, `yes`, `on`, `1` and so on. Anything else is no. */
export function flagParam(params: Params, name: string, fallback = false): boolean {
  const text = textParam(params, name)?.trim().toLowerCase()
  return text === undefined ? fallback : ['true', 'yes', 'on', 'y', 't', '1'].includes(text)
}

/** A list: as JSON, as repeated parameter, as JSON text or as a single text. @throws ApiFailure for objects */
export function listParam(params: Params, name: string): string[] {
  const value = params[name]
  if (value === undefined || value === null || value === '') return []
  const items: unknown = typeof value === 'string' && value.trim().startsWith('[') ? parsed(name, value) : value
  const list: unknown[] = Array.isArray(items) ? items : [items]
  if (list.some((item) => typeof item === 'object')) throw invalid({ [name]: ['Not a list'] })
  return list.map(String)
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid({ [name]: ['Not a list'] })
  }
}

/** `id`, or `name_or_id`, which older clients send. @throws ApiFailure */
export const idOf = (params: Params): string => textParam(params, 'name_or_id') ?? requiredParam(params, 'id')

/** Any value; a text that is JSON counts as what it says, because forms carry nothing but texts. */
export function jsonParam(params: Params, name: string): unknown {
  const value = params[name]
  if (value === null || value === '') return undefined
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    throw invalid({ [name]: ['Could not parse as valid JSON'] })
  }
}
