import { Type } from 'typebox'
import { audit, enqueue, get, page, post, seeOther, title } from '@modellregion/kernel'
import { listDatasetsByIds } from '../dataset/queries.ts'
import { staffPage } from '../staff/menu.ts'
import { words } from '../locales/index.ts'
import { feedId } from './ids.ts'
import { feedJob, offeredTo } from './job.ts'
import { FeedListPage } from './pages/list.tsx'
import { listFeedRows } from './queries.ts'

const path = '/open-data/feeds'

/** What other services give to the portal, for staff. */
export const feedRoutes = [
  get(path, { access: 'feed.read', title: title(words, 'feed.title'), query: Type.Object({ asked: Type.Optional(Type.String({ maxLength: 5 })) }) }, async (ask) => {
    const t = ask.say(words)
    const offered = offeredTo(ask.platform, ask.tenant)
    const { rows, datasets } = await ask.read(async (db) => {
      const rows = await listFeedRows(db)
      return { rows, datasets: await listDatasetsByIds(db, rows.map(({ datasetId }) => datasetId)) }
    })
    const nameOf = (id: string): string => {
      const heading = ask.platform.registry.services.find((service) => service.id === id)?.title
      return (heading && ask.say(heading.words).find(heading.key)) ?? id
    }
    const lines = offered.map(({ service, feed }) => {
      const id = feedId(ask.tenant.id, service, feed.id)
      return { id, service: nameOf(service), title: t.locale === 'en' ? feed.title.en : feed.title.de, refresh: feed.refresh, files: feed.files.length, row: rows.find(({ datasetId }) => datasetId === id), name: datasets.find((dataset) => dataset.id === id)?.name }
    })
    return page(FeedListPage, { t, csrf: ask.csrf(), now: ask.now, lines, asked: ask.query.asked !== undefined, mayStart: ask.may('feed.start') }, staffPage(ask))
  }),

  post(`${path}/start`, { access: 'feed.start', rate: { max: 30, per: 'hour' } }, async (ask) => {
    await ask.write(async (db) => {
      await enqueue(db, feedJob, { all: true }, { key: 'all' })
      await audit(db, { action: 'feed.start', subject: 'feed/*' })
    })
    return seeOther(`${path}?asked=1`)
  }),
]
