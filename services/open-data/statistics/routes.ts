import { get, page, title } from '@modellregion/kernel'
import { countDatasets } from '../dataset/queries.ts'
import { words } from '../locales/index.ts'
import { StatisticsPage } from './pages/statistics.tsx'
import { chainRoutes } from './chain/routes.ts'
import { countByAge, countByFormat, countByLicence, countByMonth, countByPoints, countByPublisher, countByTheme } from './queries.ts'
import { byGrade, stockByMonth } from './rules.ts'

const shownPublishers = 12
const shownMonths = 24

export const statisticsRoutes = [
  ...chainRoutes,

  get('/open-data/statistics', { access: 'anyone', title: title(words, 'statistics.title') }, async (ask) => {
    const t = ask.say(words)
    const statistics = await ask.read(async (db) => ({
      total: (await countDatasets(db)).n,
      themes: await countByTheme(db),
      formats: await countByFormat(db),
      licences: await countByLicence(db),
      publishers: await countByPublisher(db, shownPublishers),
      grades: byGrade(await countByPoints(db)),
      months: stockByMonth(await countByMonth(db), shownMonths),
      ages: await countByAge(db),
    }))
    return page(StatisticsPage, { t, now: ask.now, town: ask.tenant.name, ...statistics }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('statistics.title') }] })
  }),
]
