import { Type } from 'typebox'
import { get, json, page, suggest, title } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { findDatasets } from './find.ts'
import { hrefOf, ListQuery } from './list-query.ts'
import { DatasetList } from './pages/list.tsx'

export const datasetRoutes = [
  get('/open-data/dataset', { access: 'anyone', query: ListQuery, title: title(words, 'list.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read((db) => findDatasets(db, ask.query))
    return page(DatasetList, { t, query: ask.query, now: ask.now, ...found }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('list.crumb') }] })
  }),

  get(
    '/open-data/suggest',
    { access: 'anyone', query: Type.Object({ q: Type.String({ maxLength: 100 }) }), api: { summary: 'Words and datasets while typing.' } },
    async (ask) => {
      const t = ask.say(words)
      const found = await ask.read((db) => suggest(db, ask.query.q, { service: 'open-data', size: 4 }))
      return json({
        suggestions: [
          ...found.words.slice(0, 3).map((text) => ({ text, href: hrefOf({ q: text }) })),
          ...found.titles.map(({ title: text, url }) => ({ text, kind: t('dataset.kind'), href: url })),
        ],
      })
    },
  ),
]
