import { get, page, search, title } from '@modellregion/kernel'
import { words } from '../locales/index.ts'
import { LicencePage } from './pages/licence.tsx'

export const licenceRoutes = [
  get('/open-data/licence', { access: 'anyone', title: title(words, 'licence.title') }, async (ask) => {
    const t = ask.say(words)
    const found = await ask.read((db) => search(db, { q: '', service: 'open-data', kind: 'dataset', from: 0, size: 0 }))
    const counts = new Map((found.facets['licence'] ?? []).map(({ value, count }) => [value, count]))
    return page(LicencePage, { t, counts }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('licence.title') }] })
  }),
]
