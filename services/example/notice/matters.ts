import type { Actor, Ask, Matter, UnitOfWork } from '@modellregion/kernel'
import { instantAt, localDate, type PlainDate } from '@modellregion/standards'
import { words, type T } from '../locales/index.ts'
import { noticePath } from './board.ts'
import { listOwn } from './queries.ts'
import { isOnBoard } from './rules.ts'
import type { Notice } from './schema.ts'

const most = 10

/** For "my matters": what hangs, and what the town has taken down with its reason. What the person took down is no matter any more. */
export async function noticeMatters(db: UnitOfWork, actor: Actor, say: Ask['say']): Promise<Matter[]> {
  if (actor.id === undefined) return []
  const own = await listOwn(db, actor.id, most)
  return own.flatMap((notice) => matterOf(say(words), notice, localDate(db.now)))
}

function matterOf(t: T, notice: Notice, today: PlainDate): Matter[] {
  const { title, state, hiddenReason } = notice
  const href = noticePath(notice.id)
  if (state === 'hidden') return [{ title, href, status: t('notice.state.hidden'), tone: 'warn', note: hiddenReason ?? '' }]
  if (!isOnBoard(notice, today)) return []
  return [{ title, href, status: t('notice.state.open'), tone: 'ok', due: instantAt(notice.endsOn, 23, 59), note: t('notice.until', { day: notice.endsOn }) }]
}
