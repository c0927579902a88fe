import { page } from '../../http/answer.ts'
import { get, title } from '../../http/route.ts'
import { countOpenRequests, reviewTerm } from '../../identity/index.ts'
import { kernelWords } from '../../locales/index.ts'
import { countOpenFeedback } from '../../portal/queries.ts'
import { consolePage, sectionsOf } from '../menu.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { countDeadJobs, countHeld } from '../queries.ts'

export const overviewRoutes = [
  get('/admin', { access: 'console.see', everyTown: true, title: title(kernelWords, 'admin.title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const limit = new Date(ask.now.getTime() - reviewTerm)
    const [reports, deadJobs, requests, held] = await ask.read(async (db) => [await countOpenFeedback(db), await countDeadJobs(db), await countOpenRequests(db), await countHeld(db, limit)] as const)
    const people = ask.may('people.manage')
    return page(
      OverviewPage,
      { t, sections: sectionsOf(ask), reports, deadJobs: ask.may('jobs.manage') ? deadJobs : 0, requests: people ? requests.n : 0, reviews: people ? held.due : 0, town: ask.tenant.name },
      consolePage(ask),
    )
  }),
]
