import type { MandateClaim } from '@modellregion/contracts'

/** Assurance of an identity, after eIDAS Article 8; `none` for people who have not signed in. */
export type LevelOfAssurance = 'none' | 'low' | 'substantial' | 'high'

export type RoleGrant = {
  role: string
  /** Only within this organisation of the town. */
  organisation?: string
  /** Last moment, ISO 8601; absent: without end. */
  until?: string
  /** Account in whose place the person acts; absent: the role is the person's own. */
  deputyFor?: string
}

/** Whoever asks: a guest, or a signed-in person with roles in this town. */
export type Actor = {
  /** Account id; absent for guests. */
  id?: string
  name?: string
  roles: readonly RoleGrant[]
  level: LevelOfAssurance
  /** How the person has signed in (RFC 8176, `amr`). */
  methods?: readonly string[]
  /** On whose behalf the person acts in this session; absent: for themselves. */
  mandate?: MandateClaim
}

export const guest: Actor = { roles: [], level: 'none' }

export const hasRole = (actor: Actor, role: string): boolean => actor.roles.some((grant) => grant.role === role)

const rank: Record<LevelOfAssurance, number> = { none: 0, low: 1, substantial: 2, high: 3 }
export const reaches = (actor: Actor, level: LevelOfAssurance): boolean => rank[actor.level] >= rank[level]
