import { datasetFeedPort, reuseKindPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { adoptionMatters } from './adoption/matters.ts'
import { adoptionRoutes } from './adoption/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { demoPages } from './demo/pages.ts'
import { demoPeople } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { documentKinds } from './document/kind.ts'
import { documentRoutes } from './document/routes.ts'
import { grantDeadlines } from './grant/deadlines.ts'
import { grantMatters } from './grant/matters.ts'
import { grantRoutes } from './grant/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { jobs } from './jobs.ts'
import { words } from './locales/index.ts'
import { networkMatters } from './network/matters.ts'
import { networkNews } from './network/town-news.ts'
import { networkRoutes } from './network/routes.ts'
import { privacy } from './privacy.ts'
import { programmeRoutes } from './programme/routes.ts'
import { publiccodeRoutes } from './publiccode/routes.ts'
import { portfolioFeeds } from './yearbook/feed.ts'
import { yearbookRoutes } from './yearbook/routes.ts'

export default defineService({
  id: 'portfolio',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/portfolio',
  routes: [...homeRoutes, ...programmeRoutes, ...grantRoutes, ...catalogueRoutes, ...publiccodeRoutes, ...adoptionRoutes, ...documentRoutes, ...networkRoutes, ...yearbookRoutes],
  access,
  privacy,
  jobs,
  deadlines: grantDeadlines,
  matters: async (db, actor, say) => [...(await grantMatters(db, actor, say)), ...(await networkMatters(db, actor, say)), ...(await adoptionMatters(db, actor, say))],
  news: networkNews,
  navigation: [
    { title: title(words, 'programme.title'), href: '/portfolio/programme' },
    { title: title(words, 'catalogue.title'), href: '/portfolio/reuse' },
    { title: title(words, 'home.work.grant'), href: '/portfolio/grant', access: 'grant.read', console: 'table' },
    { title: title(words, 'home.work.adoption'), href: '/portfolio/adoption', access: 'adoption.read', console: 'download' },
    { title: title(words, 'home.work.document'), href: '/portfolio/document', access: 'document.read', console: 'file' },
    { title: title(words, 'home.work.shelf'), href: '/portfolio/shelf', access: 'entry.edit', console: 'box' },
    { title: title(words, 'home.work.network'), href: '/portfolio/network', access: 'event.edit', console: 'people' },
  ],
  searchKinds: { question: title(words, 'network.kind-of-result'), event: title(words, 'network.kind.event'), entry: title(words, 'shelf.kind-of-result'), project: title(words, 'programme.kind-of-result') },
  offers: { [datasetFeedPort]: portfolioFeeds, [reuseKindPort]: documentKinds },
  demo: { seed, towns: demoTowns, people: demoPeople },
  pages: [...demoPages],
})
