import { Type } from 'typebox'
import { get, NotFound, page, search, title } from '@modellregion/kernel'
import { findDatasets } from '../dataset/find.ts'
import { themeLabel } from '../dataset/labels.ts'
import { words } from '../locales/index.ts'
import { themes } from '../vocabulary/lists.ts'
import { ThemeListPage, ThemePage } from './pages/theme.tsx'

const Paging = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }, { additionalProperties: true })

export const themeRoutes = [
  get('/open-data/theme', { access: 'anyone', title: title(words, 'theme.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read((db) => search(db, { q: '', service: 'open-data', kind: 'dataset', from: 0, size: 0 }))
    const counts = new Map((found.facets['theme'] ?? []).map(({ value, count }) => [value, count]))
    return page(ThemeListPage, { t, counts }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('theme.title') }] })
  }),

  get('/open-data/theme/:code', { access: 'anyone', params: Type.Object({ code: Type.String({ maxLength: 4 }) }), query: Paging, title: title(words, 'theme.title') }, async (ask) => {
    const t = ask.say(words)
    const { code } = ask.params
    if (!themes.concepts.some((theme) => theme.code === code)) throw new NotFound()
    const found = await ask.read((db) => findDatasets(db, { theme: [code], sort: 'newest', page: ask.query.page ?? 1 }))
    if ((ask.query.page ?? 1) > 1 && found.result.hits.length === 0) throw new NotFound()
    const label = themeLabel(code, t.locale)
    return page(
      ThemePage,
      { t, now: ask.now, code, label, page: ask.query.page ?? 1, ...found },
      { title: label, crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('theme.title'), href: '/open-data/theme' }, { label }] },
    )
  }),
]
