import { Type } from 'typebox'
import { get, json, NotFound, page, refuse, suggest, title } from '@modellregion/kernel'
import { negotiateDataset } from '../api/catalogue/negotiate.ts'
import { words } from '../locales/index.ts'
import { findDatasets, findLoosening } from './find.ts'
import { hrefOf, listPath, ListQuery } from './list-query.ts'
import { findDataset } from './load.ts'
import { DatasetPage } from './pages/dataset.tsx'
import { DatasetList } from './pages/list.tsx'
import { countTables } from '../store/find-tables.ts'
import { structuredData } from './structured-data.ts'
import { findTombstone } from '../version/queries.ts'

export const datasetRoutes = [
  get('/open-data/dataset', { access: 'anyone', query: ListQuery, title: title(words, 'list.title') }, async (ask) => {
    const t = ask.say(words)
    const { loosening, ...found } = await ask.read(async (db) => {
      const found = await findDatasets(db, ask.query)
      const inTables = ask.query.q && (ask.query.page ?? 1) === 1 ? await countTables(db, ask.query.q) : 0
      return { ...found, inTables, loosening: found.result.total === 0 ? await findLoosening(db, ask.query) : undefined }
    })
    // A page behind the last is no page: search engines must not keep it.
    const beyond = (ask.query.page ?? 1) > 1 && found.result.hits.length === 0
    return page(
      DatasetList,
      { t, query: ask.query, now: ask.now, loosening, ...found },
      { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('list.crumb') }], alternates: [{ type: 'application/atom+xml', href: hrefOf(ask.query, { page: 1 }).replace(listPath, '/open-data/feed.atom') }], ...(beyond && { status: 404 }) },
    )
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
          ...found.titles.map(({ title: text, url, kind }) => ({ text, kind: t(kind === 'request' ? 'request.kind' : 'dataset.kind'), href: url })),
        ],
      })
    },
  ),

  get(
    '/open-data/dataset/:name',
    { access: 'anyone', params: Type.Object({ name: Type.String({ maxLength: 120 }) }), title: title(words, 'dataset.kind') },
    async (ask) => {
      const t = ask.say(words)
      const loaded = await ask.read(async (db) => (await findDataset(db, ask.params.name)) ?? (await findTombstone(db, ask.params.name)))
      if (!loaded) throw new NotFound()
      if ('note' in loaded) return refuse(410, 'open-data.version.dataset-deleted', t('open-data.version.dataset-deleted', { title: loaded.title, day: t.format.date(loaded.at), reason: loaded.note }), { label: t('list.show-all'), href: listPath })
      const asData = await negotiateDataset(ask, loaded.dataset)
      if (asData) return asData
      if (loaded.dataset.withdrawnAt) return refuse(410, 'open-data.dataset.withdrawn', t('open-data.dataset.withdrawn'), { label: t('list.show-all'), href: listPath })
      return page(
        DatasetPage,
        { t, now: ask.now, address: `${ask.url.origin}${ask.url.pathname}`, ...loaded },
        {
          title: loaded.dataset.title,
          frame: 'object',
          headers: { vary: 'Accept, Accept-Language, Cookie' },
          description: loaded.dataset.title,
          structuredData: structuredData(loaded, `${ask.url.origin}${ask.url.pathname}`),
          crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('list.crumb'), href: listPath }, { label: loaded.dataset.title }],
          alternates: [{ type: 'text/turtle', href: `${listPath}/${loaded.dataset.name}.ttl` }, { type: 'application/rdf+xml', href: `${listPath}/${loaded.dataset.name}.rdf` }],
        },
      )
    },
  ),
]
