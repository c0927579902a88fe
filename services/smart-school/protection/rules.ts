import { quantities, quantityOf, type QuantityId } from '../quantity/quantity.ts'
import type { Audience, Series, Thing } from '../store/schema.ts'
import type { QuantityDecision, Resolution, ViewDecision, ViewRole } from './schema.ts'

/** What somebody may see: single values of these audiences, at these schools. */
export type Reach = {
  readonly audiences: readonly Audience[]
  /** Null: at all schools of the town. For `public` series the school never matters. */
  readonly schoolIds: readonly number[] | null
  /** Quantities of which less than single values may be seen, and how closely; absent: `raw`. Public series are not meant. */
  readonly views?: ReadonlyMap<QuantityId, Resolution>
  /** Of somebody with one task for the whole town and a closer one at schools of their own: what counts at all others. */
  readonly elsewhere?: Pick<Reach, 'audiences' | 'views'> & { readonly ownIds: readonly number[] }
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
 * What somebody may see, by their roles and the schools they work for. At each school the widest role counts; nobody sees `sealed`. Movement, presence and CO₂ tell
 * who was there and when, which is personal data of staff and pupils (Art. 5 (1) c GDPR: no more than the task needs).
 */
export function reachOf(roles: readonly string[], ownSchools: readonly number[]): Reach {
  const wide = widest(roles, townWide)
  const own = widest(roles, ofSchool)
  if (wide.length > 0 && own.length === 0) return { audiences: wide, schoolIds: null }
  if (wide.length > 0) return { audiences: own.length > wide.length && ownSchools.length > 0 ? own : wide, schoolIds: null, elsewhere: { audiences: wide, ownIds: ownSchools } }
  return own.length > 0 ? { audiences: own, schoolIds: ownSchools } : guest
}

/** Whether a role works for all schools of the town. */
export const isTownWide = (role: string): boolean => Object.hasOwn(townWide, role)

const widest = (roles: readonly string[], of: Readonly<Record<string, readonly Audience[]>>): readonly Audience[] =>
  roles.map((role) => of[role] ?? []).sort((a, b) => b.length - a.length)[0] ?? []

type Readable = Pick<Series, 'audience' | 'schoolId'> & { readonly quantity?: Series['quantity'] }

/** What counts for somebody at a school, or at none. */
const hereOf = (reach: Reach, schoolId: number | null): Pick<Reach, 'audiences' | 'views'> => (reach.elsewhere && (schoolId === null || !reach.elsewhere.ownIds.includes(schoolId)) ? reach.elsewhere : reach)

/** Whether somebody belongs to the staff that looks after the building of a school. */
export const isStaffAt = (reach: Reach, schoolId: number): boolean => worksFor(reach, schoolId) && hereOf(reach, schoolId).audiences.includes('staff')

/** Whether somebody may do at a school what their role may do at schools: who has a task for the whole town keeps what belongs to single schools to their own ones. */
export const actsAt = (reach: Reach, schoolId: number): boolean => worksFor(reach, schoolId) && (hereOf(reach, schoolId) === reach || isStaffAt(reach, schoolId))

/** Whether single values of the series may be shown. */
export const mayRead = (reach: Reach, series: Readable): boolean => resolutionOf(reach, series) === 'raw'

/** How closely the series may be shown. Sealed ones are `none`, whoever asks: of them there are means over rooms only (`aggregate.ts`). */
export function resolutionOf(reach: Reach, { audience, schoolId, quantity }: Readable): Resolution {
  if (audience === 'public') return 'raw'
  const here = hereOf(reach, schoolId)
  if (audience === 'sealed' || !here.audiences.includes(audience)) return 'none'
  if (reach.schoolIds !== null && (schoolId === null || !reach.schoolIds.includes(schoolId))) return 'none'
  return (quantity && here.views?.get(quantity)) || 'raw'
}

/**
 * What the platform suggests: energy management needs temperatures, but of air and sound no more than a day's mean, because single values of CO₂ and
 * sound tell when people were in a room (Art. 5 (1) c GDPR).
 */
export const suggestedViews: Readonly<Record<ViewRole, Readonly<Partial<Record<QuantityId, Resolution>>>>> = {
  'caretaker': { sound: 'none' },
  'energy-manager': { co2: 'day', voc: 'day', sound: 'none', light: 'day', humidity: 'day' },
  'teacher': { sound: 'lesson' },
  'school-lead': { sound: 'lesson' },
  'school-technician': {},
}

const closeness: Readonly<Record<Resolution, number>> = { raw: 3, lesson: 2, day: 1, none: 0 }
/** Whether the second sees more closely than the first. */
export const isCloser = (before: Resolution, after: Resolution): boolean => closeness[after] > closeness[before]

/** The view of one role: what the town decided, else what the platform suggests. */
export const viewOf = (role: ViewRole, quantity: QuantityId, decisions: readonly ViewDecision[]): Resolution =>
  decisions.find((decision) => decision.role === role && decision.quantity === quantity)?.resolution ?? suggestedViews[role][quantity] ?? 'raw'

/** Views of somebody with several roles: of each quantity the closest. Empty for roles that see everything in their reach. */
export function viewsOf(roles: readonly ViewRole[], decisions: readonly ViewDecision[]): ReadonlyMap<QuantityId, Resolution> {
  const views = new Map<QuantityId, Resolution>()
  if (roles.length === 0) return views
  for (const quantity of quantityIds) {
    const closest = roles.map((role) => viewOf(role, quantity, decisions)).reduce((a, b) => (isCloser(a, b) ? b : a))
    if (closest !== 'raw') views.set(quantity, closest)
  }
  return views
}

const quantityIds = Object.keys(quantities) as QuantityId[] // keys of the constant above

const width: Readonly<Record<Audience, number>> = { sealed: 0, staff: 1, school: 2, public: 3 }
/** Whether more people may see single values afterwards. */
export const isWider = (before: Audience, after: Audience): boolean => width[after] > width[before]

/** What tells about people directly is never for everybody, whatever a town wishes. */
const neverPublic: ReadonlySet<QuantityId> = new Set(['motion', 'occupancy', 'contact', 'button', 'sound', 'co2', 'voc'])
export const mayBePublic = (quantity: QuantityId): boolean => !neverPublic.has(quantity)

/** Who may read single values of a quantity in a town. */
export const audienceOf = (quantity: QuantityId, decisions: readonly QuantityDecision[]): Exclude<Audience, 'sealed'> => decisions.find((decision) => decision.quantity === quantity)?.audience ?? quantityOf(quantity).audience

/** Who may read single values at a place. Warmth and light outdoors tell nothing about people; in a sealed room everything that might is sealed. */
export function audienceAt({ kind, sealed }: { kind: Thing['kind']; sealed: boolean }, usual: Exclude<Audience, 'sealed'>): Audience {
  if (kind === 'outdoor' && usual === 'school') return 'public'
  return sealed && usual !== 'public' ? 'sealed' : usual
}

/**
 * Days for which single values are kept; null: for ever. Suggested: movement a month, because an incident is looked into within days; air and light a
 * year, so that a winter can be compared with the one before; temperatures three years for heating. Counters stay: they tell of no presence, and bills
 * and baselines need them.
 */
const suggestedDays: Readonly<Partial<Record<QuantityId, number>>> = { motion: 30, occupancy: 30, button: 30, sound: 90, contact: 180, smoke: 365, leak: 365, co2: 400, voc: 400, light: 400, temperature: 1_100, humidity: 1_100 }
/** Single values of sealed rooms are kept for this long, whatever else was decided. */
export const sealedDays = 30

export function keepDaysOf(quantity: QuantityId, decisions: readonly QuantityDecision[]): number | null {
  if (quantityOf(quantity).kind === 'counter') return null
  const days = decisions.find((decision) => decision.quantity === quantity)?.keepDays ?? suggestedDays[quantity] ?? 0
  return days === 0 ? null : days
}

/** The shortest of what counts for one series; null: nothing is deleted. */
export function keepDaysOfSeries({ quantity, audience, keepDays }: { quantity: QuantityId | null; audience: Audience; keepDays: number | null }, decisions: readonly QuantityDecision[]): number | null {
  if (quantity !== null && quantityOf(quantity).kind === 'counter') return null
  const days = [keepDays, quantity === null ? null : keepDaysOf(quantity, decisions), audience === 'sealed' ? sealedDays : null].filter((limit) => limit !== null)
  return days.length === 0 ? null : Math.min(...days)
}

/** Whether daily values may stay when single ones go: not of movement, and not of sealed rooms, where a day of one room still tells about a person. */
export const leavesDaily = ({ quantity, audience }: { quantity: QuantityId | null; audience: Audience }): boolean =>
  audience !== 'sealed' && quantity !== null && quantityOf(quantity).kind === 'gauge' && quantity !== 'motion' && quantity !== 'sound'

/** Whether somebody works for the school at all: sees its pages beyond what everybody sees. */
export const worksFor = (reach: Reach, schoolId: number): boolean => reach.audiences.length > 1 && (reach.schoolIds === null || reach.schoolIds.includes(schoolId))
