/** Names of attributes are compared without case (RFC 7643, 2.1); this finds one in an object however it is written. */
export function attribute(object: Readonly<Record<string, unknown>>, name: string): unknown {
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : object[key]
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Entra ID has sent booleans as words ("False"); both count. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : ''
  return word === 'true' ? true : word === 'false' ? false : undefined
}

/** Spelling under which names of users and groups are unique: they are compared without case (`caseExact` false). */
export const keyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
