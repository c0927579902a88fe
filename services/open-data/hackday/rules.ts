import { addDays, instantAt, localDate, localTime, plainDate, type PlainDate } from '@modellregion/standards'
import type { Hackday, HackdayForm } from './schema.ts'

/** Beginning and end in the town's time; undefined when it would end before it begins. */
export function spanOf({ day, lastDay, from, to }: Pick<HackdayForm, 'day' | 'lastDay' | 'from' | 'to'>): { startsAt: Date; endsAt: Date } | undefined {
  const at = (date: string, time: string): Date => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return instantAt(plainDate(date), hours, minutes)
  }
  const startsAt = at(day, from)
  const endsAt = at(lastDay ?? day, to)
  return endsAt > startsAt ? { startsAt, endsAt } : undefined
}

/** What the form shows of a hackday that exists. */
export function typedOfHackday({ title, startsAt, endsAt, place, programme, accessibility, seats, state }: Hackday): Record<string, string> {
  const dateOf = (name: string, date: PlainDate): Record<string, string> => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: String(Number(day)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
  }
  const timeOf = (instant: Date): string => {
    const { hour, minute } = localTime(instant)
    return `${hour}:${String(minute).padStart(2, '0')}`
  }
  const [first, last] = [localDate(startsAt), localDate(endsAt)]
  return { title, place, programme, accessibility, state, seats: seats === null ? '' : String(seats), from: timeOf(startsAt), to: timeOf(endsAt), ...dateOf('day', first), ...(last === first ? {} : dateOf('lastDay', last)) }
}

export type RegistrationRefusal = 'full' | 'over' | 'cancelled'

/** Why nobody can register any more; undefined when there is room. */
export function whyNotRegister({ state, endsAt, seats, registered }: Pick<Hackday, 'state' | 'endsAt' | 'seats' | 'registered'>, now: Date): RegistrationRefusal | undefined {
  if (state === 'cancelled') return 'cancelled'
  if (endsAt <= now) return 'over'
  return seats !== null && registered >= seats ? 'full' : undefined
}

/** Two weeks after the last day nobody needs to know who was there. */
export const keepUntil = (endsAt: Date): PlainDate => addDays(localDate(endsAt), 14)
