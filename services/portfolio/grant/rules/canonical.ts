/** JSON with the keys of each object in order, so that a value gives the same text after it was in the database. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner))
