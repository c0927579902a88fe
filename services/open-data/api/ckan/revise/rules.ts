/**
 * The language of CKAN's package_revise: what must be as the client believes (match), what goes (filter), what comes (update). Keys lead into
 * lists by position, from the end by negative position, or by the first five or more characters of an id: `resources__1f9ab__name`.
 * Source: docs.ckan.org/en/2.11/api, ckan.logic.action.update.package_revise. Nothing is changed in place.
 */
import { isLoose, type Loose } from '../../../ckan/loose.ts'

/** A path that leads nowhere, or values that do not fit together; `message` in CKAN's words. */
export class Unfit extends Error {}

const partsOf = (path: string): string[] => path.split('__')
const said = (path: readonly (string | number)[]): string => path.join('__')

/** Where a part of a path leads in a list. @throws Unfit */
function indexIn(list: readonly unknown[], part: string, above: readonly (string | number)[]): number {
  const index = part.length >= 5 ? list.findIndex((item) => isLoose(item) && typeof item['id'] === 'string' && item['id'].startsWith(part)) : /^-?\d+$/.test(part) ? Number(part) : Number.NaN
  const from = index < 0 && part.length < 5 ? index + list.length : index
  if (!Number.isInteger(from) || from < 0 || from >= list.length) throw new Unfit(`Unmatched key ${said([...above, part])}`)
  return from
}

/** The value a path leads to. @throws Unfit */
export function valueAt(data: unknown, path: string): { value: unknown; at: readonly (string | number)[] } {
  let value = data
  const at: (string | number)[] = []
  for (const part of partsOf(path)) {
    const key = Array.isArray(value) ? indexIn(value, part, at) : part
    const next: unknown = Array.isArray(value) ? value[key as number] : isLoose(value) && Object.hasOwn(value, part) ? value[part] : undefined
    if (next === undefined) throw new Unfit(`Unmatched key ${said([...at, part])}`)
    at.push(key)
    value = next
  }
  return { value, at }
}

/** The paths at which `data` is not as `wanted`: of records the named keys are compared, of lists the first entries. */
export function unmatched(data: unknown, wanted: unknown, at: readonly (string | number)[] = []): string[] {
  if (isLoose(wanted)) return isLoose(data) ? Object.entries(wanted).flatMap(([key, value]) => unmatched(data[key], value, [...at, key])) : [said(at)]
  if (Array.isArray(wanted)) return Array.isArray(data) ? wanted.flatMap((value, index) => unmatched(data[index], value, [...at, index])) : [said(at)]
  return data === wanted ? [] : [said(at)]
}

type Pattern = { readonly keep: boolean; readonly parts: readonly string[] }
/** Removes what the patterns name; `+` protects, the first pattern that fits counts, `*` fits everything at its level. */
export const filtered = (data: Loose, patterns: readonly string[]): Loose => filter(data, patterns.map((text) => ({ keep: text.startsWith('+'), parts: partsOf(text.replace(/^[+-]+/, '')) }))) as Loose // a record stays one

function filter(data: unknown, patterns: readonly Pattern[]): unknown {
  if (!isLoose(data) && !Array.isArray(data)) return data
  const keys = Array.isArray(data) ? data.map((_, index) => String(index)) : Object.keys(data)
  const kept = keys.flatMap((key): [string, unknown][] => {
    const own = patterns.filter(({ parts: [head = ''] }) => head === '*' || leadsTo(data, head, key))
    const deciding = own.find(({ parts }) => parts.length === 1)
    if (deciding && !deciding.keep && !own.slice(0, own.indexOf(deciding)).some(({ keep, parts }) => keep && parts.length > 1)) return []
    const deeper = own.filter(({ parts: [head], parts }) => parts.length > 1 && head !== '*').map(({ keep, parts }) => ({ keep, parts: parts.slice(1) }))
    const value = Array.isArray(data) ? data[Number(key)] : data[key]
    return [[key, deeper.length > 0 ? filter(value, deeper) : value]]
  })
  return Array.isArray(data) ? kept.map(([, value]) => value) : Object.fromEntries(kept)
}

function leadsTo(data: Loose | readonly unknown[], head: string, key: string): boolean {
  if (!Array.isArray(data)) return head === key
  try {
    return String(indexIn(data, head, [])) === key
  } catch {
    return false // a pattern that fits nothing removes nothing
  }
}

/** Puts `update` over `data`: records by key, lists by position, the rest replaced. @throws Unfit */
export function merged(data: unknown, update: unknown, at: readonly (string | number)[] = []): unknown {
  if (isLoose(data)) {
    if (!isLoose(update)) throw new Unfit(`Expected dict for ${said(at)}`)
    return { ...data, ...Object.fromEntries(Object.entries(update).map(([key, value]) => [key, Object.hasOwn(data, key) ? merged(data[key], value, [...at, key]) : value])) }
  }
  if (Array.isArray(data)) {
    if (!Array.isArray(update)) throw new Unfit(`Expected list for ${said(at)}`)
    return [...update.map((value: unknown, index) => (index < data.length ? merged(data[index], value, [...at, index]) : value)), ...data.slice(update.length)]
  }
  return update
}

/** The same at the end of a path; `…__extend` adds to a list. @throws Unfit */
export function mergedAt(data: Loose, path: string, value: unknown): Loose {
  return put(data, partsOf(path), value, []) as Loose // a record stays one
}

function put(data: unknown, [part = '', ...rest]: readonly string[], value: unknown, at: readonly (string | number)[]): unknown {
  if (Array.isArray(data)) {
    if (rest.length === 0 && part === 'extend') {
      if (!Array.isArray(value)) throw new Unfit(`Expected list for ${said(at)}`)
      return [...(data as unknown[]), ...(value as unknown[])]
    }
    const index = indexIn(data, part, at)
    return data.map((item: unknown, position) => (position !== index ? item : rest.length > 0 ? put(item, rest, value, [...at, index]) : merged(item, value, [...at, index])))
  }
  if (!isLoose(data)) throw new Unfit(`Expected list or dict for ${said(at)}`)
  if (rest.length === 0) return merged(data, { [part]: value }, at)
  if (!Object.hasOwn(data, part)) throw new Unfit(`Unmatched key ${said([...at, part])}`)
  return { ...data, [part]: put(data[part], rest, value, [...at, part]) }
}
