import { page } from '../../http/answer.ts'
import { get, title } from '../../http/route.ts'
import { kernelWords } from '../../locales/index.ts'
import { countOpenFeedback } from '../../portal/queries.ts'
import { consolePage, sectionsOf } from '../menu.ts'
import { OverviewPage } from '../pages/overview.tsx'
import { countDeadJobs } from '../queries.ts'

export const overviewRoutes = [
  get('/admin', { access: 'console.see', everyTown: true, title: title(kernelWords, 'admin.title') }, async (ask) => {
    const t = ask.say(kernelWords)
    const [reports, deadJobs] = await ask.read(async (db) => [await countOpenFeedback(db), await countDeadJobs(db)] as const)
    return page(OverviewPage, { t, sections: sectionsOf(ask), reports, deadJobs: ask.may('jobs.manage') ? deadJobs : 0, town: ask.tenant.name }, consolePage(ask))
  }),
]
