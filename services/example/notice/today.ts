import type { Ask, TodayFact, UnitOfWork } from '@modellregion/kernel'
import { addDays, localDate } from '@modellregion/standards'
import { words } from '../locales/index.ts'
import { countPublishedSince } from './queries.ts'

/** For the town's front page: what came onto the board within seven days. Says nothing when nothing did. */
export async function noticesToday(db: UnitOfWork, _locale: string, say: Ask['say']): Promise<TodayFact[]> {
  const { n } = await countPublishedSince(db, addDays(localDate(db.now), -6))
  if (n === 0) return []
  const t = say(words)
  return [{ icon: 'pin', title: t.count('today.new', n), detail: t('today.detail'), href: '/example' }]
}
