import type { Audience, Series } from '../store/schema.ts'

/** What somebody may see: single values of these audiences, at these schools. */
export type Reach = {
  readonly audiences: readonly Audience[]
  /** Null: at all schools of the town. For `public` series the school never matters. */
  readonly schoolIds: readonly number[] | null
}

const guest: Reach = { audiences: ['public'], schoolIds: [] }

/** Roles that work for all schools of the town, and what single values they see. */
const townWide: Readonly<Record<string, readonly Audience[]>> = {
  'school-technician': ['public', 'school', 'staff'],
  'energy-manager': ['public', 'school'],
}
/** Roles that work for schools of their own. */
const ofSchool: Readonly<Record<string, readonly Audience[]>> = {
  caretaker: ['public', 'school', 'staff'],
  'school-lead': ['public', 'school'],
  teacher: ['public', 'school'],
}

/**
 * What somebody may see, by their roles and the schools they work for. The widest role counts; nobody sees `sealed`. Movement, presence and CO₂ tell
 * who was there and when, which is personal data of staff and pupils (Art. 5 (1) c GDPR: no more than the task needs).
 */
export function reachOf(roles: readonly string[], ownSchools: readonly number[]): Reach {
  const wide = widest(roles, townWide)
  const own = widest(roles, ofSchool)
  if (wide.length > 0 && wide.length >= own.length) return { audiences: wide, schoolIds: null }
  if (own.length > 0) return { audiences: own, schoolIds: wide.length > 0 ? null : ownSchools }
  return guest
}

const widest = (roles: readonly string[], of: Readonly<Record<string, readonly Audience[]>>): readonly Audience[] =>
  roles.map((role) => of[role] ?? []).sort((a, b) => b.length - a.length)[0] ?? []

/** Whether single values of the series may be shown. */
export function mayRead(reach: Reach, series: Pick<Series, 'audience' | 'schoolId'>): boolean {
  if (series.audience === 'public') return true
  if (series.audience === 'sealed' || !reach.audiences.includes(series.audience)) return false
  return reach.schoolIds === null || (series.schoolId !== null && reach.schoolIds.includes(series.schoolId))
}

/** Whether somebody works for the school at all: sees its pages beyond what everybody sees. */
export const worksFor = (reach: Reach, schoolId: number): boolean => reach.audiences.length > 1 && (reach.schoolIds === null || reach.schoolIds.includes(schoolId))
