import type { Entry, NewEntry } from './schema.ts'

const told = ['published', 'class', 'kind', 'itemRef', 'title', 'summary', 'problem', 'description', 'licence', 'languages', 'topics', 'sourceUrl', 'pageUrl', 'contact', 'effort', 'cost', 'service', 'project'] as const satisfies readonly (keyof NewEntry)[]

/** Whether writing an entry would change nothing that people read of it. Signs of life are no change: they are read anew each night. */
export const isSameEntry = (known: Entry, wanted: NewEntry): boolean => told.every((field) => isSame(known[field], wanted[field])) && (wanted.publiccode === undefined || isSame(known.publiccode, wanted.publiccode))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

// PostgreSQL gives the keys of an object in another order than they were written.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]))
}
