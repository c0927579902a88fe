import { Type } from 'typebox'
import { get, NotFound, page, title } from '@modellregion/kernel'
import { listSummaries } from '../dataset/queries.ts'
import { words } from '../locales/index.ts'
import { ShowcaseListPage } from './pages/list.tsx'
import { ShowcasePage } from './pages/showcase.tsx'
import { countShowcases, datasetIdsOf, findShowcase, listShowcases, listStepsTo } from './queries.ts'
import { submitRoutes } from './routes/submit.ts'

const size = 24
const Paging = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }, { additionalProperties: true })

export const showcaseRoutes = [
  ...submitRoutes,

  get('/open-data/showcase', { access: 'anyone', query: Paging, title: title(words, 'showcase.title') }, async (ask) => {
    const t = ask.say(words)
    const number = ask.query.page ?? 1
    const { showcases, total } = await ask.read(async (db) => ({ showcases: await listShowcases(db, { from: (number - 1) * size, size }), total: (await countShowcases(db)).n }))
    if (number > 1 && showcases.length === 0) throw new NotFound()
    return page(ShowcaseListPage, { t, showcases, page: number, pages: Math.ceil(total / size) }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('showcase.title') }] })
  }),

  get('/open-data/showcase/:name', { access: 'anyone', params: Type.Object({ name: Type.String({ maxLength: 120 }) }), title: title(words, 'showcase.title') }, async (ask) => {
    const t = ask.say(words)
    const { showcase, datasets, steps } = await ask.read(async (db) => {
      const showcase = await findShowcase(db, ask.params.name)
      if (!showcase) throw new NotFound()
      return { showcase, datasets: await listSummaries(db, (await datasetIdsOf(db, showcase.id)).map(({ id }) => id)), steps: await listStepsTo(db, showcase.id) }
    })
    return page(
      ShowcasePage,
      { t, now: ask.now, showcase, datasets, steps },
      { title: showcase.title, frame: 'object', description: showcase.title, crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('showcase.title'), href: '/open-data/showcase' }, { label: showcase.title }] },
    )
  }),
]
