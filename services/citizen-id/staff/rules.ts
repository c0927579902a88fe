import type { Actor, RoleGrant } from '@modellregion/kernel/rules'

export type InviteRefusal = 'not-here' | 'left' | 'no-mail' | 'has-key' | 'operator-only'
type Asked = { known: boolean; locked: boolean; mail: string | null; keys: number; roles: readonly RoleGrant[]; actor: Actor }

/**
 * Pure: what stands against sending somebody a one-time link. Whoever has a key already uses it; a lost one is replaced at the
 * counter by two officers, or an invitation would be a way into other people's accounts. Only operators invite operators.
 */
export function whyNotInvite({ known, locked, mail, keys, roles, actor }: Asked): InviteRefusal | undefined {
  if (!known) return 'not-here'
  if (locked) return 'left'
  if (keys > 0) return 'has-key'
  if (roles.some(({ role }) => role === 'operator') && !actor.roles.some(({ role }) => role === 'operator')) return 'operator-only'
  return mail === null ? 'no-mail' : undefined
}
