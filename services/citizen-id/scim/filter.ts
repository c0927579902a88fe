import type { Read } from './schema.ts'

/** One condition: an attribute equals a value. */
export type Condition = { path: string; value: string | boolean | number | null }

const problem = (detail: string): Read<never> => ({ ok: false, problem: { status: 400, scimType: 'invalidFilter', detail } })

// attribute path, perhaps with a condition in brackets and a sub-attribute: emails[type eq "work"].value
const term = /^\s*([A-Za-z][\w.:$-]*(?:\[\s*[A-Za-z]+\s+eq\s+"[^"\\]*"\s*\](?:\.[A-Za-z]+)?)?)\s+(eq)\s+("(?:[^"\\]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?)\s*/i

/**
 * The part of the filters of RFC 7644, 3.4.2.2 that directories really send: `eq`, joined by `and`. Paths come back in lower
 * case and without the address of a schema. Everything else is refused, because a filter that is half understood finds the wrong people.
 */
export function readFilter(text: string): Read<Condition[]> {
  const conditions: Condition[] = []
  let rest = text
  for (;;) {
    const match = term.exec(rest)
    if (!match) return problem(`Only "attribute eq value" joined by "and" is supported, not: ${text.slice(0, 200)}`)
    const value = valueOf(match[3] ?? '')
    if (value === undefined) return problem(`This value is no JSON: ${match[3]}`)
    conditions.push({ path: plainPath(match[1] ?? ''), value })
    rest = rest.slice(match[0].length)
    if (rest === '') return conditions.length > 5 ? problem('At most five conditions.') : { ok: true, value: conditions }
    const and = /^and\s/i.exec(rest)
    if (!and) return problem(`Only "and" may join conditions: ${text.slice(0, 200)}`)
    rest = rest.slice(and[0].length)
  }
}

function valueOf(text: string): Condition['value'] | undefined {
  try {
    return JSON.parse(/^(true|false|null)$/i.test(text) ? text.toLowerCase() : text) as Condition['value'] // the pattern lets only these through
  } catch {
    return undefined
  }
}

/** `urn:ietf:params:scim:schemas:core:2.0:User:userName` is `username`; `emails[type eq "work"].value` is `emails.value`. */
export const plainPath = (path: string): string =>
  path
    .trim()
    .replace(/^urn:ietf:params:scim:schemas:(?:core|extension:enterprise):2\.0:(?:User|Group):/i, '')
    .replace(/\[[^\]]*\]/, '')
    .toLowerCase()
