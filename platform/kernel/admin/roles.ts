import type { Service } from '../boot/service.ts'
import { hasRole, type Actor } from '../identity/actor.ts'
import { reserved } from '../identity/role-rules.ts'

/** Roles of the platform itself; services add those their access rules name. */
const platformRoles = ['citizen', 'editor', 'clerk', 'town-admin', 'operator'] as const

/** Losing the last holder would lock everybody out. */
const needed: readonly string[] = ['town-admin', 'operator']

/** Every role that some rule of an installed service asks for. */
export function knownRoles(services: readonly Pick<Service, 'access'>[]): string[] {
  const named = services.flatMap(({ access }) => access.map(({ who }) => who)).filter((who) => who !== 'anyone' && who !== 'signed-in')
  return [...new Set<string>([...platformRoles, ...named])]
}

export type RoleRefusal = 'admin.role-unknown' | 'admin.role-not-yours' | 'admin.role-last'

/** Pure: what stands against granting or revoking a role. `holders` are those who have it in the town now, disabled accounts left out. */
export function whyNotChangeRole(change: { role: string; revoke: boolean; actor: Actor; known: readonly string[]; holders: readonly string[]; account: string }): RoleRefusal | undefined {
  if (!change.known.includes(change.role)) return 'admin.role-unknown'
  if (change.role === reserved && !hasRole(change.actor, reserved)) return 'admin.role-not-yours'
  if (change.revoke && isLast(change)) return 'admin.role-last'
  return undefined
}

/** Pure: disabling an account takes all its roles out of use. */
export function whyNotDisable(change: { actor: Actor; account: string; roles: readonly string[]; holders: (role: string) => readonly string[] }): RoleRefusal | 'admin.person-self' | undefined {
  if (change.actor.id === change.account) return 'admin.person-self'
  if (change.roles.includes(reserved) && !hasRole(change.actor, reserved)) return 'admin.role-not-yours'
  const last = change.roles.some((role) => isLast({ role, account: change.account, holders: change.holders(role) }))
  return last ? 'admin.role-last' : undefined
}

const isLast = ({ role, holders, account }: { role: string; holders: readonly string[]; account: string }): boolean =>
  needed.includes(role) && holders.includes(account) && holders.every((holder) => holder === account)

export type KeepRefusal = 'admin.review-own' | 'admin.review-deputy'

/** Pure: nobody confirms their own role in the review; a deputyship ends by itself and is only ever ended early. */
export function whyNotKeep(entry: { accountId: string; kind: 'grant' | 'delegation' }, actor: Pick<Actor, 'id'>): KeepRefusal | undefined {
  if (entry.accountId === actor.id) return 'admin.review-own'
  return entry.kind === 'delegation' ? 'admin.review-deputy' : undefined
}
