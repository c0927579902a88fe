import { add, instantAt, localDate } from '@modellregion/standards'
import type { Person } from '../person/schema.ts'

/** An account that nobody has used for so many months is deleted; the first and the second notice come before. */
export const unusedMonths = { first: 22, second: 23, deleted: 24 } as const

/** Days between a notice and what follows it, also when the notices came late. */
export const graceDays = 28

export type UnusedStep = 'unused-1' | 'unused-2' | 'delete'
export type Unused = Pick<Person, 'lastUsedAt'> & { notices: number; /** When the last notice was given. */ noticedAt: Date | null }

const after = (moment: Date, months: number): Date => instantAt(add(localDate(moment), { months }))

/** The day on which an account goes that is not used any more, at midnight. */
export const deletionDay = (lastUsedAt: Date): Date => after(lastUsedAt, unusedMonths.deleted)

/** The first day of silence for which the nightly job has to look at an account at all. */
export const unusedSince = (now: Date): Date => instantAt(add(localDate(now), { months: -unusedMonths.first, days: 1 }))

/** What silence leads to now. Nobody is deleted without two notices, each with time to answer. */
export function unusedStep({ lastUsedAt, notices, noticedAt }: Unused, now: Date): UnusedStep | undefined {
  const hadTime = noticedAt === null || now.getTime() - noticedAt.getTime() >= graceDays * 86_400_000
  if (notices === 0) return now >= after(lastUsedAt, unusedMonths.first) ? 'unused-1' : undefined
  if (notices === 1) return hadTime && now >= after(lastUsedAt, unusedMonths.second) ? 'unused-2' : undefined
  return hadTime && now >= deletionDay(lastUsedAt) ? 'delete' : undefined
}
