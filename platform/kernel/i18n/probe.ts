import type { Format } from './speak.ts'
import type { Text } from './words.ts'

/** A dictionary entry as the checks see it: both forms of address with `{name}` for arguments, and the arguments it uses. */
export type Probed = { readonly sie: string; readonly du: string; readonly args: readonly string[] }

/**
 * Reads an entry without knowing its arguments: each stands for itself in braces, and every format passes it through. Throws
 * when a text function does more with an argument than hand it to a format; such a function belongs into a rule.
 */
export function probe(entry: unknown): Probed {
  const args = new Set<string>()
  const standIns = new Proxy(
    {},
    {
      get: (_, name) => {
        args.add(String(name))
        return `{${String(name)}}`
      },
    },
  )
  const text = typeof entry === 'function' ? (entry as (p: unknown, f: Format) => Text)(standIns, passThrough) : entry // a dictionary holds nothing else
  if (typeof text === 'string') return { sie: text, du: text, args: [...args].sort() }
  if (isBothForms(text)) return { sie: text.sie, du: text.du, args: [...args].sort() }
  throw new TypeError('not a text')
}

/** Whether a value can stand in a dictionary at all; for finding dictionaries among the exports of a file. */
export function isEntry(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'function' || isBothForms(value)
}

function isBothForms(value: unknown): value is { readonly sie: string; readonly du: string } {
  return typeof value === 'object' && value !== null && 'sie' in value && 'du' in value && typeof value.sie === 'string' && typeof value.du === 'string'
}

// Every format answers with its first argument; person nouns stand as a token, because they are checked elsewhere.
const passThrough = new Proxy({} as Format, {
  get: (_, name) => (name === 'person' ? () => '{person}' : name === 'plural' ? () => 'other' : name === 'list' ? (items: unknown) => String(items) : (value: unknown) => String(value)),
})
