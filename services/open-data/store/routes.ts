import { Type } from 'typebox'
import { get, page, title, type Route } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { findTables } from './find-tables.ts'
import { FoundPage, foundPath, pageSize } from './pages/found.tsx'
import { queryRoutes } from './query-routes.ts'

export const storeRoutes: Route[] = [
  ...queryRoutes,

  get(
    foundPath,
    { access: 'anyone', query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }), title: title(words, 'store.found.title') },
    async (ask) => {
      const t = ask.say(words)
      const { q = '', page: number = 1 } = ask.query
      const found = q.trim() === '' ? { total: 0, tables: [] } : await ask.read((db) => findTables(db, q, { from: (number - 1) * pageSize, size: pageSize }))
      return page(FoundPage, { t, q: q.trim(), page: number, ...found }, { frame: 'list', noindex: q !== '', crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('store.found.title') }] })
    },
  ),
]
