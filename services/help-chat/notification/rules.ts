import { localTime } from '@modellregion/standards'
import type { Wish } from './schema.ts'

/** Whether a confidant wants to be left alone at this moment. A span from 18:00 until 08:00 goes over midnight; its end does not belong to it. */
export function isQuiet({ quietFrom, quietUntil }: Pick<Wish, 'quietFrom' | 'quietUntil'>, now: Date): boolean {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return false
  const { hour, minute } = localTime(now)
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return quietFrom < quietUntil ? quietFrom <= time && time < quietUntil : time >= quietFrom || time < quietUntil
}

export type HoursRefusal = 'one-missing' | 'same'
/** Why these quiet hours make no span. */
export function whyNotQuiet(from: string | null, until: string | null): HoursRefusal | undefined {
  if ((from === null) !== (until === null)) return 'one-missing'
  return from !== null && from === until ? 'same' : undefined
}
