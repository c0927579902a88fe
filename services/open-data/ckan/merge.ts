import { isDeepStrictEqual } from 'node:util'

type Fields = { readonly [key: string]: unknown }
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a client changed, put onto a description that says more than the client can see. `seen` is what the client's format makes of `before`,
 * `after` what it makes of the client's answer: where both say the same, `before` stays whole, with its other languages and further entries.
 */
export function carryOver<T extends object>(before: T, seen: T, after: T): T {
  return merge(before as Fields, seen as Fields, after as Fields) as T // the keys are those of T
}

function merge(before: Fields, seen: Fields, after: Fields): Fields {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries([...keys].flatMap((key) => {
    const value = one(before[key], seen[key], after[key])
    return value === undefined ? [] : [[key, value]]
  }))
}

function one(before: unknown, seen: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(seen, after)) return before
  return isFields(before) && isFields(seen) && isFields(after) ? merge(before, seen, after) : after
}
