import { addDays, instantAt, type PlainDate } from '@modellregion/standards'
import type { Audience } from '../../store/schema.ts'
import { quantities, quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import { letters } from './letters.ts'
import { longestDays, mostPlaces, type Comparison, type Experiment, type Group } from '../schema.ts'

/** What a class never sees: who moved, was there, opened a door; and what only concerns the device. Art. 5 (1) c GDPR. */
const notForClasses: readonly QuantityId[] = ['motion', 'occupancy', 'contact', 'leak', 'smoke', 'button', 'battery', 'batteryPercent', 'pulses', 'heatingSetpoint', 'waterTemperature', 'sound']

/** Quantities a class may work with. */
export const classQuantities: readonly QuantityId[] = (Object.keys(quantities) as QuantityId[]).filter((id) => !notForClasses.includes(id) && quantityOf(id).audience !== 'staff') // keys of a constant are its ids

/** Whether a class may work with a series: its quantity tells nobody's presence, and its single values are at most for the school. Staff rooms are `sealed`. */
export const isForClasses = (series: { readonly audience: Audience; readonly quantity: QuantityId | null }): boolean =>
  series.quantity !== null && classQuantities.includes(series.quantity) && (series.audience === 'public' || series.audience === 'school')

/** When the last value of the experiment has been measured. A night ends on the following morning. */
export const endOf = ({ until, times }: Pick<Experiment, 'until' | 'times'>): Date => (times === 'nights' ? instantAt(addDays(until, 1), 5) : instantAt(addDays(until, 1)))

export type Phase = 'planned' | 'running' | 'over' | 'closed'
export function phaseOf(experiment: Pick<Experiment, 'from' | 'until' | 'times' | 'closedAt'>, now: Date): Phase {
  if (experiment.closedAt) return 'closed'
  if (now < instantAt(experiment.from)) return 'planned'
  return now < endOf(experiment) ? 'running' : 'over'
}

/** First think, then look: values are seen by whoever has written a hypothesis, when the period is over or, if the teacher chose so, while it runs. */
export const mayLook = (experiment: Pick<Experiment, 'from' | 'until' | 'times' | 'closedAt' | 'reveal'>, hasHypothesis: boolean, now: Date): boolean =>
  hasHypothesis && isTimeToLook(experiment, now)

export const isTimeToLook = (experiment: Pick<Experiment, 'from' | 'until' | 'times' | 'closedAt' | 'reveal'>, now: Date): boolean => {
  const phase = phaseOf(experiment, now)
  return phase === 'over' || phase === 'closed' || (phase === 'running' && experiment.reveal === 'running')
}

/** The class expected something: in the teacher's words or those of a group. */
export const hasHypothesis = (experiment: Pick<Experiment, 'hypothesis'>, groups: readonly Group[]): boolean => experiment.hypothesis !== '' || groups.some(({ hypothesis }) => hypothesis !== '')

/** A hypothesis is written once it can be changed no more: after somebody could have looked. */
export const mayWriteHypothesis = (experiment: Pick<Experiment, 'from' | 'until' | 'times' | 'closedAt' | 'reveal'>, written: string, now: Date): boolean =>
  experiment.closedAt === null && (written === '' || !isTimeToLook(experiment, now))

/** Whether names of rooms are hidden from everybody, the teacher included. */
export const isBlind = ({ blind, unblindedAt }: Pick<Experiment, 'blind' | 'unblindedAt'>): boolean => blind && unblindedAt === null

/** Names may be told when there is nothing left to be led by them. */
export const mayUnblind = (experiment: Experiment, groups: readonly Group[], now: Date): boolean => isBlind(experiment) && mayLook(experiment, hasHypothesis(experiment, groups), now)

/** Whether a class code still opens the experiment. */
export const isCodeOpen = ({ codeHash, codeUntil, closedAt }: Pick<Experiment, 'codeHash' | 'codeUntil' | 'closedAt'>, now: Date): boolean => codeHash !== null && closedAt === null && codeUntil !== null && now < codeUntil

/** How long a code lives: two weeks beyond the end, for evaluation and conclusion. */
export const codeUntilOf = (experiment: Pick<Experiment, 'until'>): Date => instantAt(addDays(experiment.until, 15))

/** The first day without the class's data. */
export const deleteOnOf = (until: PlainDate, today: PlainDate, weeks: number): PlainDate => addDays(until > today ? until : today, weeks * 7)

export const letterOf = (at: number): string => letters[at] ?? '?'

export type StartRefusal = { readonly field: 'until' | 'band' | 'places' | 'from'; readonly code: 'order' | 'too-long' | 'too-far' | 'too-early' | 'band-missing' | 'one-place' | 'too-many' }

/** Of older days nothing finer than a day is left (protection/rules.ts). */
export const longestBack = 3 * 366

/** Why an experiment cannot be started so; undefined when it can. */
export function whyNotStart(wish: { readonly from: PlainDate; readonly until: PlainDate; readonly comparison: Comparison; readonly band: number | null; readonly blind: boolean; readonly places: number }, today: PlainDate): StartRefusal | undefined {
  if (wish.until < wish.from) return { field: 'until', code: 'order' }
  if (addDays(wish.from, longestDays) <= wish.until) return { field: 'until', code: 'too-long' }
  if (wish.from < addDays(today, -longestBack)) return { field: 'from', code: 'too-early' }
  if (wish.from > addDays(today, 180)) return { field: 'from', code: 'too-far' }
  if (wish.comparison === 'above' && wish.band === null) return { field: 'band', code: 'band-missing' }
  if (wish.places > mostPlaces) return { field: 'places', code: 'too-many' }
  return wish.blind && wish.places < 2 ? { field: 'places', code: 'one-place' } : undefined
}
