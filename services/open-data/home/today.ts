import { speak, type TodayFact, type UnitOfWork } from '@modellregion/kernel'
import { countDatasets } from '../dataset/queries.ts'
import { listPath } from '../dataset/list-query.ts'
import { words } from '../locales/index.ts'

export const week = 7 * 24 * 60 * 60 * 1000

/** For the town's front page: how much came into the catalogue or changed in it within seven days. Says nothing when nothing did. */
export async function today(db: UnitOfWork, locale: string): Promise<TodayFact[]> {
  const { n } = await countDatasets(db, new Date(db.now.getTime() - week))
  if (n === 0) return []
  const t = speak(words, { locale: locale === 'en' || locale === 'de-x-leicht' ? locale : 'de' })
  return [{ icon: 'data', title: t('home.today', { n }), detail: t('home.today-detail'), href: `${listPath}?sort=newest` }]
}
