import { body, consolePage, get, page, post, refuse, title, type Answer, type Ask, type Publication, type Route } from '@modellregion/kernel'
import { pageWords, words } from '../locales/index.ts'
import { closeSurvey } from '../thread/queries/case.ts'
import { findOwnCase, noCase } from '../thread/routes/person.ts'
import { countSurvey } from './counters.ts'
import { csvOf } from './csv.ts'
import { StatisticsPage } from './pages/statistics.tsx'
import type { Published } from './published.ts'
import { listPublications } from './queries.ts'
import { statistics, SurveyBody, type Statistic, type StatisticId } from './schema.ts'

type Asks = Pick<Ask, 'read' | 'say'>
const person = { access: 'anyone', traceless: true } as const

/** Numbers that may be known, and the survey after closing. */
export const statisticsRoutes: readonly Route[] = [
  get('/help-chat/statistics', { ...person, title: title(words, 'statistics.title') }, async (ask) =>
    page(StatisticsPage, { t: ask.say(pageWords), published: await published(ask, 'everybody'), csv: '/help-chat/statistics.csv', more: false }, { crumbs: [{ label: ask.say(words)('service.title'), href: '/help-chat' }, { label: ask.say(words)('statistics.title') }] }),
  ),

  get('/help-chat/statistics.csv', { ...person, api: { summary: 'The published numbers of the confidential office, protected against recognising anybody, as CSV.', tag: 'Confidential help' } }, async (ask) => file(ask, await published(ask, 'everybody'))),

  get('/help-chat/office/statistics', { access: 'statistics.read', title: title(words, 'statistics.title-head') }, async (ask) => {
    const t = ask.say(pageWords)
    return page(StatisticsPage, { t, published: await published(ask, 'head'), csv: '/help-chat/office/statistics.csv', more: true }, consolePage(ask, { title: t('statistics.title-head'), crumbs: [{ label: t('statistics.title-head') }] }))
  }),

  get('/help-chat/office/statistics.csv', { access: 'statistics.read', api: { summary: 'All protected numbers of the confidential office, for whoever leads it, as CSV.', tag: 'Confidential help' } }, async (ask) => file(ask, await published(ask, 'head'))),

  // Answered once and then closed; what is kept are counters, and of the case that there is nothing more to ask.
  post('/help-chat/app/case/survey', { ...person, body: SurveyBody, bodyLimit: 4_000 }, async (ask) => {
    const found = await findOwnCase(ask)
    if (!found) return noCase(ask)
    const isCounted = await ask.write(async (db) => {
      if ((await closeSurvey(db, found.id)) === 0) return false
      await countSurvey(db, ask.body.answers)
      return true
    })
    if (!isCounted) return refuse(409, 'help-chat.statistics.survey-closed', ask.say(words)('help-chat.statistics.survey-closed'))
    return body('application/json', '', { status: 204, headers: { 'cache-control': 'no-store' } })
  }),
]

async function published(ask: Asks, audience: Statistic['audience']): Promise<readonly Published[]> {
  const known = new Map<StatisticId, Publication>((await ask.read(listPublications)).map(({ statistic, publication }) => [statistic, publication]))
  return statistics.filter((one) => audience === 'head' || one.audience === 'everybody').map((statistic) => ({ statistic, publication: known.get(statistic.id) }))
}

const file = (ask: Asks, all: readonly Published[]): Answer =>
  body('text/csv; charset=utf-8', csvOf(ask.say(words), all), { headers: { 'content-disposition': 'attachment; filename="statistics.csv"', 'cache-control': 'no-cache' } })
