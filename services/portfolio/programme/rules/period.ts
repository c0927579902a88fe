import { addDays, daysBetween, type PlainDate } from '@modellregion/standards'
import type { Project } from '../schema.ts'
import { isGranted } from './stage.ts'

export type PeriodRefusal =
  | { readonly code: 'start-missing'; readonly field: 'startsOn' }
  | { readonly code: 'end-before-start'; readonly field: 'endsOn'; readonly starts: PlainDate }
  | { readonly code: 'not-later'; readonly field: 'endsOn'; readonly ends: PlainDate }
  | { readonly code: 'start-fixed'; readonly field: 'startsOn'; readonly starts: PlainDate }
  | { readonly code: 'too-long'; readonly field: 'endsOn'; readonly latest: PlainDate }
  | { readonly code: 'over'; readonly field?: undefined }

const mostDays = 3_653 // ten years; a longer one is a typing error
type Now = Pick<Project, 'stage' | 'startsOn' | 'endsOn'>
type Wish = { readonly startsOn?: PlainDate | undefined; readonly endsOn: PlainDate }

/** A period that belongs to a notice is fixed: it can only be made longer, by another notice. */
export const isFixed = ({ stage }: Pick<Project, 'stage'>): boolean => isGranted(stage)

/** Whether the time of a project can still change: not once it is transferred, refused or given up. */
export const isOpen = ({ stage }: Pick<Project, 'stage'>): boolean => stage !== 'transfer' && stage !== 'refused' && stage !== 'withdrawn'

/** What stands against a period: its first plan, a new plan before the notice, or an extension after it. */
export function whyNotPeriod(now: Now, wish: Wish): PeriodRefusal | undefined {
  if (!isOpen(now)) return { code: 'over' }
  const startsOn = wish.startsOn ?? now.startsOn
  if (startsOn === null) return { code: 'start-missing', field: 'startsOn' }
  if (wish.endsOn < startsOn) return { code: 'end-before-start', field: 'endsOn', starts: startsOn }
  if (daysBetween(startsOn, wish.endsOn) > mostDays) return { code: 'too-long', field: 'endsOn', latest: addDays(startsOn, mostDays) }
  if (!isFixed(now) || now.startsOn === null || now.endsOn === null) return undefined
  if (startsOn !== now.startsOn) return { code: 'start-fixed', field: 'startsOn', starts: now.startsOn }
  return wish.endsOn > now.endsOn ? undefined : { code: 'not-later', field: 'endsOn', ends: now.endsOn }
}

/** The project's period after a change. The first end of a fixed period stays as the original one for ever. */
export function periodAfter(now: Now & Pick<Project, 'originalEndsOn'>, wish: Wish): { startsOn: PlainDate; endsOn: PlainDate; originalEndsOn: PlainDate | null } {
  const startsOn = wish.startsOn ?? now.startsOn
  if (startsOn === null) throw new RangeError('a period has a beginning')
  return { startsOn, endsOn: wish.endsOn, originalEndsOn: isFixed(now) && now.endsOn !== null ? (now.originalEndsOn ?? now.endsOn) : null }
}
