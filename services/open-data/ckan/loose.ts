/** Reading JSON of other portals: every value may be missing, empty, of another type, or JSON inside a string. */

export type Loose = { readonly [key: string]: unknown }

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Trimmed text of the first of the keys that has some. Numbers and booleans count as text. */
export function textIn(record: Loose, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = record[key]
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
    if (text !== '' && text !== 'null' && text !== 'None') return text
  }
  return undefined
}

/** The objects in a list; nothing when it is no list. */
export function objectsIn(record: Loose, key: string): Loose[] {
  const value = record[key]
  return Array.isArray(value) ? value.filter(isLoose) : []
}

/** A list of texts: a list, JSON of a list in a string (as CKAN extras have it), or one text. */
export function textsIn(record: Loose, ...keys: readonly string[]): string[] {
  for (const key of keys) {
    const found = toTexts(record[key])
    if (found.length > 0) return found
  }
  return []
}

function toTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item).trim()] : [])).filter((text) => text !== '')
  if (typeof value !== 'string') return []
  const trimmed = value.trim()
  if (trimmed.startsWith('[')) {
    try {
      return toTexts(JSON.parse(trimmed))
    } catch {
      return [trimmed]
    }
  }
  return trimmed === '' ? [] : [trimmed]
}

/** The `extras` list of a package as one record; a key that occurs twice keeps its first value. */
export function extrasOf(record: Loose): Loose {
  const extras: { [key: string]: unknown } = {}
  for (const extra of objectsIn(record, 'extras')) {
    const key = textIn(extra, 'key')
    if (key !== undefined && !Object.hasOwn(extras, key)) extras[key] = extra['value']
  }
  return extras
}
