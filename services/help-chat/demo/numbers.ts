import { count, type Platform, type Tenant } from '@modellregion/kernel'
import { addDays, instantAt, localDate, plainDate, type PlainDate } from '@modellregion/standards'
import { publishStatistics } from '../statistics/publish.ts'
import { listPublications } from '../statistics/queries.ts'
import { statistics, type StatisticId } from '../statistics/schema.ts'

/** Invented counts of one month in the city, in the order of each statistic's categories. A village has a twelfth of it, and so hardly a number that may be shown. */
const month: Readonly<Record<StatisticId, readonly number[]>> = {
  topic: [11, 6, 5, 0, 14, 5, 9, 6],
  'first-answer': [22, 21, 8, 5],
  'survey-helped': [16, 9, 5],
  'survey-safe': [20, 6, 5],
  'survey-quick': [15, 9, 5],
  'survey-again': [17, 8, 5],
  return: [12, 11, 17],
  closed: [36, 5],
  report: [5],
}
const months = 7
/** Once, in the first month: too few to be shown ever after. */
const rare = { id: 'topic', category: 'violence', n: 3 } as const

/** Fills the counters of the months before this one and publishes each in its turn, as if the office had worked for half a year. */
export async function seedNumbers(platform: Pick<Platform, 'database'>, tenant: Pick<Tenant, 'id'>, now: Date, share: number): Promise<void> {
  const unit = { tenant: tenant.id, service: 'help-chat', access: 'write' } as const
  if ((await platform.database.unit({ ...unit, now }, listPublications)).length > 0) return
  for (let back = months; back >= 1; back--) {
    const day = monthsBack(localDate(now), back)
    await platform.database.unit({ ...unit, now: instantAt(day, 12) }, async (db) => {
      for (const { id, categories } of statistics)
        for (const [at, category] of categories.entries()) {
          const n = Math.round((month[id][at] ?? 0) * share * (1 + ((back * 7 + at * 3) % 5) / 10))
          if (n > 0) await count(db, id, [category], n)
        }
      if (back === months && share === 1) await count(db, rare.id, [rare.category], rare.n)
    })
    await platform.database.unit({ ...unit, now: instantAt(monthsBack(localDate(now), back - 1), 12) }, (db) => publishStatistics(db, localDate(db.now)))
  }
}

/** The second of the month so many months ago. */
function monthsBack(today: PlainDate, months: number): PlainDate {
  let first = plainDate(`${today.slice(0, 7)}-01`)
  for (let n = 0; n < months; n++) first = plainDate(`${addDays(first, -1).slice(0, 7)}-01`)
  return addDays(first, 1)
}
