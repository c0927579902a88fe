import { add, type PlainDate } from '@modellregion/standards'
import type { Notice } from './schema.ts'

/** So that the board stays a board: nobody covers it alone, and no sheet yellows on it. */
export const openNoticesPerPerson = 5
export const longestWeeks = 12

/** The last day that may be chosen on a day. */
export const latestEnd = (today: PlainDate): PlainDate => add(today, { weeks: longestWeeks })

export type NoticeRefusal = { field?: 'endsOn'; code: 'ends-too-early' | 'ends-too-late' | 'too-many' }

/** Why a notice cannot be posted today; undefined when it can. `open` counts what the author has on the board already. */
export function whyNotPost(endsOn: PlainDate, today: PlainDate, open: number): NoticeRefusal | undefined {
  if (endsOn < today) return { field: 'endsOn', code: 'ends-too-early' }
  if (endsOn > latestEnd(today)) return { field: 'endsOn', code: 'ends-too-late' }
  return open >= openNoticesPerPerson ? { code: 'too-many' } : undefined
}

/** Whether it hangs on the board on a day, its last day included. The nightly job only tidies up behind this rule. */
export const isOnBoard = (notice: Pick<Notice, 'state' | 'endsOn'>, today: PlainDate): boolean => notice.state === 'open' && notice.endsOn >= today

/** Characters of a text as the form will read it. A joined emoji counts as its parts, so whoever has room left here is never refused there. */
export const lettersIn = (text: string): number => [...text.normalize('NFC').replaceAll('\r\n', '\n').trim()].length
