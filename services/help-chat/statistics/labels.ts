import type { T } from '../locales/index.ts'
import type { StatisticId } from './schema.ts'

/** What a statistic is called. */
export const nameOf = (t: Pick<T, 'find'>, id: StatisticId): string => t.find(id.startsWith('survey-') ? `statistics.survey.${id.slice('survey-'.length)}` : `statistics.name.${id}`) ?? id

/** What a category of a statistic is called. */
export function labelOf(t: Pick<T, 'find'>, id: StatisticId, category: string): string {
  const key = id === 'topic' ? `office.topic.${category}` : id.startsWith('survey-') ? `statistics.survey.${id.slice('survey-'.length)}.${category}` : `statistics.${id}.${category}`
  return t.find(key) ?? category
}
