import type { Service } from '../boot/service.ts'
import { hasRole, type Actor, type RoleGrant } from './actor.ts'

const day = 86_400_000

/** A wish for a powerful role that nobody confirms in this time is over. */
export const requestTerm = 7 * day
/** Every role is looked at again after this time (BSI IT-Grundschutz ORP.4.A5 asks for a regular check; the term is ours). */
export const reviewTerm = 180 * day
/** Longest time for which a role is handed on. Whoever is away longer needs another arrangement. */
export const longestDelegation = 180 * day

/** Reaches beyond one town, so only whoever has it may hand it on. */
export const reserved = 'operator'

/** Whoever holds one of these can make others powerful: they are given by two people. Services add their own (`sensitiveRoles`). */
export function sensitiveRoles(services: readonly Pick<Service, 'access' | 'sensitiveRoles'>[]): ReadonlySet<string> {
  const granting = services.flatMap(({ access }) => access.filter(({ permission }) => permission === 'people.manage').map(({ who }) => who))
  return new Set([reserved, 'town-admin', ...granting, ...services.flatMap((service) => service.sensitiveRoles ?? [])])
}

/** Somebody who works for the town or the platform. */
export const isStaff = (roles: readonly Pick<RoleGrant, 'role'>[]): boolean => roles.some(({ role }) => role !== 'citizen')

export type DecisionRefusal = 'admin.request-over' | 'admin.request-own' | 'admin.request-beneficiary' | 'admin.role-not-yours'
type Waiting = { accountId: string; role: string; delegatedFrom: string | null; requestedBy: string | null; expiresAt: Date; validUntil: Date | null; decision: string | null }

/** Pure: what stands against this person confirming a wish. Four eyes belong to two people who gain nothing from each other. */
export function whyNotConfirm(request: Waiting, actor: Actor, now: Date): DecisionRefusal | undefined {
  if (request.decision !== null || request.expiresAt <= now || (request.validUntil !== null && request.validUntil <= now)) return 'admin.request-over'
  if (request.requestedBy !== null && request.requestedBy === actor.id) return 'admin.request-own'
  if (request.accountId === actor.id || request.delegatedFrom === actor.id) return 'admin.request-beneficiary'
  if (request.role === reserved && !hasRole(actor, reserved)) return 'admin.role-not-yours'
  return undefined
}

export type DelegationRefusal = 'not-held' | 'not-delegable' | 'colleague-self' | 'colleague-not-staff' | 'colleague-has-it' | 'span' | 'span-past' | 'span-long' | 'overlap'
export type DelegationWish = {
  from: string
  /** Own roles of whoever hands on, deputyships included. */
  roles: readonly RoleGrant[]
  to: { id: string; roles: readonly RoleGrant[]; disabledAt: Date | null }
  role: string
  organisation: string
  validFrom: Date
  validUntil: Date
  overlapping: number
}

/** Pure: what stands against handing on a role. What one was handed oneself stays where it is: there are no chains of deputies. */
export function whyNotDelegate(wish: DelegationWish, now: Date): DelegationRefusal | undefined {
  const same = (grant: RoleGrant) => grant.role === wish.role && (grant.organisation ?? '') === wish.organisation && grant.deputyFor === undefined
  if (wish.role === 'citizen') return 'not-delegable'
  if (!wish.roles.some(same)) return 'not-held'
  if (wish.to.id === wish.from) return 'colleague-self'
  if (wish.to.disabledAt !== null || !isStaff(wish.to.roles)) return 'colleague-not-staff'
  if (wish.to.roles.some((grant) => same(grant) && grant.until === undefined)) return 'colleague-has-it'
  if (wish.validUntil <= wish.validFrom) return 'span'
  if (wish.validUntil <= now) return 'span-past'
  if (wish.validUntil.getTime() - wish.validFrom.getTime() > longestDelegation) return 'span-long'
  return wish.overlapping > 0 ? 'overlap' : undefined
}
