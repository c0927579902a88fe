import { createHash } from 'node:crypto'

/**
 * The id of what a form keeps, from the key of the form and its contents: the same form sent twice gives the same id and is kept once; whoever goes
 * back and fills it in anew gives another one. `key` is a UUID version 7; the result sorts like it.
 */
export function keyed(key: string, contents: unknown): string {
  const hex = createHash('sha256').update(`${key} ${JSON.stringify(contents)}`).digest('hex')
  return `${key.slice(0, 15)}${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
