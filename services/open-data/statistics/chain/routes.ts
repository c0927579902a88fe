import { get, page, title } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { ChainPage } from './pages/chain.tsx'
import { listChains } from './queries.ts'
import { figuresOf } from './rules.ts'

const most = 1_000

export const chainRoutes = [
  get('/open-data/chain', { access: 'anyone', title: title(words, 'request.chain.title') }, async (ask) => {
    const t = ask.say(words)
    const chains = await ask.read((db) => listChains(db, most))
    return page(ChainPage, { t, town: ask.tenant.name, chains, figures: figuresOf(chains) }, { crumbs: [{ label: t('service.title'), href: '/open-data' }, { label: t('request.title'), href: '/open-data/request' }, { label: t('request.chain.title') }] })
  }),
]
