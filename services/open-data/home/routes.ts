import { get, page, search, title, type UnitOfWork } from '@modellregion/kernel'
import { listSummaries, countDatasets } from '../dataset/queries.ts'
import { oncePerCatalogue } from '../catalogue/kept.ts'
import { words } from '../locales/index.ts'
import { listShowcases } from '../showcase/queries.ts'
import { firstWork } from '../staff/menu.ts'
import { HomePage } from './pages/home.tsx'
import { keyFigures } from './queries.ts'
import { week } from './today.ts'

const newest = 5
const showcases = 3

export const homeRoutes = [
  get('/open-data', { access: 'anyone', title: title(words, 'service.title') }, async (ask) => {
    const t = ask.say(words)
    const content = await ask.read(async (db) => ({
      ...(await oncePerCatalogue(db, 'home', () => overview(db))),
      changed: await oncePerCatalogue(db, `changed since ${db.now.toISOString().slice(0, 13)}`, async () => (await countDatasets(db, new Date(db.now.getTime() - week))).n),
      showcases: await listShowcases(db, { from: 0, size: showcases }),
    }))
    return page(
      HomePage,
      { t, now: ask.now, town: ask.tenant.name, origin: ask.url.origin, work: firstWork(ask), ...content },
      { crumbs: [{ label: t('service.title') }], description: t('service.summary'), alternates: [{ type: 'application/atom+xml', href: '/open-data/feed.atom' }] },
    )
  }),
]

async function overview(db: UnitOfWork) {
  const found = await search(db, { q: '', service: 'open-data', kind: 'dataset', from: 0, size: newest, sort: 'newest' })
  const summaries = new Map((await listSummaries(db, found.hits.map(({ ref }) => ref))).map((summary) => [summary.id, summary]))
  return {
    themes: new Map((found.facets['theme'] ?? []).map(({ value, count }) => [value, count])),
    newest: found.hits.flatMap(({ ref }) => summaries.get(ref) ?? []),
    figures: await keyFigures(db),
  }
}
