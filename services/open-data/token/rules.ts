import { scopes, type Scope } from './schema.ts'

/** Whether a key of scope `has` may do what needs `wanted`. */
export const covers = (has: Scope, wanted: Scope): boolean => scopes.indexOf(has) >= scopes.indexOf(wanted)

/** The longest a key lives. */
export const longestLife = 365

/** Keys one account may have at a time. */
export const mostTokens = 20

/** The scopes a person with these roles may give a key. Publishing without review and administration are the town's to give. */
export const scopesFor = (roles: readonly string[]): readonly Scope[] =>
  roles.includes('town-admin') ? scopes : roles.some((role) => role === 'editor' || role === 'data-owner') ? ['read', 'write'] : []

/** What is left of a key when its account has lost roles since it was made: never more than the account may give today, unless the town has allowed it. */
export function scopeToday(token: { scope: Scope; allowedBy: string | null }, accountId: string, roles: readonly string[]): Scope | undefined {
  const own = scopesFor(roles)
  if (own.length === 0) return undefined
  const allowedByTown = token.scope === 'publish' && token.allowedBy !== null && token.allowedBy !== accountId
  return [...own, ...(allowedByTown ? (['publish'] as const) : [])].filter((scope) => covers(token.scope, scope)).toSorted((a, b) => scopes.indexOf(b) - scopes.indexOf(a))[0]
}
