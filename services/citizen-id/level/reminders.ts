import type { Expiry, NoticeKind } from './schema.ts'

const day = 86_400_000

/** Days before the end of a proof on which the person is reminded, the latest first. */
export const reminderDays = [3, 14, 60] as const

/** How long before the end it stands among the person's matters, in days. */
export const noticeWindow = 60

/** How long after the end the matters still say that it is over, in days. */
export const overWindow = 30

/**
 * What is due to be said about an end: the nearest reminder only, so that whoever was not reminded for weeks gets one letter and
 * not three. Undefined when it is too early.
 */
export function stageOf({ until }: Pick<Expiry, 'until'>, now: Date): Extract<NoticeKind, `level-${string}`> | undefined {
  const left = until.getTime() - now.getTime()
  if (left <= 0) return 'level-over'
  const days = reminderDays.find((within) => left <= within * day)
  return days === undefined ? undefined : `level-${days}`
}
