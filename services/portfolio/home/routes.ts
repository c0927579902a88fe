import { get, page, title, type Ask, type Route } from '@modellregion/kernel'
import { labelsOf } from '../catalogue/labels.ts'
import { words } from '../locales/index.ts'
import { listNews, listOpenQuestions, listUpcomingEvents } from '../network/queries.ts'
import { summaryOf } from '../programme/overview.ts'
import { listNewestEntries } from '../shelf/queries.ts'
import { HomePage } from './pages/home.tsx'

/** Where everybody begins: what the programme is, what can be taken over, what towns are talking about. */
export const homeRoutes: readonly Route[] = [
  get('/portfolio', { access: 'anyone', title: title(words, 'home.title') }, async (ask) => {
    const found = await ask.read(async (db) => ({
      programme: await summaryOf(db),
      newest: await listNewestEntries(db, 5),
      events: await listUpcomingEvents(db, 3),
      questions: await listOpenQuestions(db, 3),
      news: await listNews(db, 3),
    }))
    return page(HomePage, { t: ask.say(words), labels: labelsOf(ask), ...found, work: workOf(ask) })
  }),
]

/** Where somebody's own work begins, for staff. */
const workOf = (ask: Pick<Ask, 'may'>) =>
  (
    [
      ['project.review', 'programme', '/portfolio/programme'],
      ['grant.read', 'grant', '/portfolio/grant'],
      ['adoption.read', 'adoption', '/portfolio/adoption'],
      ['document.read', 'document', '/portfolio/document'],
      ['entry.edit', 'shelf', '/portfolio/shelf'],
      ['event.edit', 'network', '/portfolio/network'],
    ] as const
  ).flatMap(([permission, id, href]) => (ask.may(permission) ? [{ id, href }] : []))
