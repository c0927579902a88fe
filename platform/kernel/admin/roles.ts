import type { Service } from '../boot/service.ts'
import { hasRole, type Actor } from '../identity/actor.ts'

/** Roles of the platform itself; services add those their access rules name. */
const platformRoles = ['citizen', 'editor', 'clerk', 'town-admin', 'operator'] as const

/** Reaches beyond one town, so only whoever has it may hand it on. */
const reserved = 'operator'

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
