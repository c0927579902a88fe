import { datasetFeedPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { apiRoutes } from './api/routes.ts'
import { demoPages } from './demo/pages.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { copyRoutes } from './copy/routes.ts'
import { datasetRoutes } from './dataset/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { today } from './home/today.ts'
import { demoPeople } from './demo/people.ts'
import { harvestRoutes } from './harvest/routes.ts'
import { sourceRoutes } from './harvest/source-routes.ts'
import { licenceRoutes } from './licence/routes.ts'
import { jobs } from './jobs.ts'
import { words } from './locales/index.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { privacy } from './privacy.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { showcaseRoutes } from './showcase/routes.ts'
import { themeRoutes } from './theme/routes.ts'
import { loadRoutes } from './load/routes.ts'
import { storeRoutes } from './store/routes.ts'
import { tokenRoutes } from './token/routes.ts'
import { editRoutes } from './edit/routes.ts'
import { checkRoutes } from './check/routes.ts'
import { upkeepRoutes } from './upkeep/routes.ts'
import { reviewRoutes } from './review/routes.ts'
import { scanRoutes } from './scan/routes.ts'
import { portalFeeds } from './feed/portal/feeds.ts'
import { feedRoutes } from './feed/routes.ts'
import { versionRoutes } from './version/routes.ts'
import { exploreRoutes } from './explore/routes.ts'
import { requestRoutes } from './request/routes.ts'
import { discussionRoutes } from './discussion/routes.ts'
import { followRoutes } from './follow/routes.ts'
import { hackdayRoutes } from './hackday/routes.ts'
import { seriesRoutes } from './series/routes.ts'

export default defineService({
  id: 'open-data',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/open-data',
  routes: [
    ...homeRoutes,
    ...themeRoutes,
    ...organisationRoutes,
    ...showcaseRoutes,
    ...licenceRoutes,
    ...statisticsRoutes,
    ...sourceRoutes,
    ...harvestRoutes,
    ...datasetRoutes,
    ...copyRoutes,
    ...apiRoutes,
    ...loadRoutes,
    ...storeRoutes,
    ...tokenRoutes,
    ...editRoutes,
    ...checkRoutes,
    ...upkeepRoutes,
    ...reviewRoutes,
    ...scanRoutes,
    ...feedRoutes,
    ...versionRoutes,
    ...exploreRoutes,
    ...requestRoutes,
    ...discussionRoutes,
    ...followRoutes,
    ...hackdayRoutes,
    ...seriesRoutes,
  ],
  access,
  privacy,
  jobs,
  searchKinds: { dataset: title(words, 'dataset.kind'), request: title(words, 'request.kind') },
  offers: { [datasetFeedPort]: portalFeeds },
  demo: { seed, towns: demoTowns, people: demoPeople },
  navigation: [
    { title: title(words, 'list.title'), href: '/open-data/dataset' },
    { title: title(words, 'organisation.title'), href: '/open-data/organisation' },
    { title: title(words, 'request.title'), href: '/open-data/request' },
    { title: title(words, 'statistics.title'), href: '/open-data/statistics' },
    { title: title(words, 'series.title'), href: '/open-data/series' },
    { title: title(words, 'upkeep.title'), href: '/open-data/upkeep' },
    { title: title(words, 'licence.title'), href: '/open-data/licence' },
    { title: title(words, 'edit.workshop.title'), href: '/open-data/workshop', access: 'draft.write' },
    { title: title(words, 'office.title'), href: '/open-data/offices', access: 'office.manage' },
    { title: title(words, 'harvest.title'), href: '/open-data/harvest', access: 'harvest.read' },
    { title: title(words, 'token.title'), href: '/open-data/tokens', access: 'token.make' },
    { title: title(words, 'review.criteria'), href: '/open-data/criteria' },
    { title: title(words, 'review.title'), href: '/open-data/review', access: 'review.list' },
    { title: title(words, 'feed.title'), href: '/open-data/feeds', access: 'feed.read' },
    { title: title(words, 'discussion.moderation'), href: '/open-data/moderation', access: 'discussion.moderate' },
  ],
  today,
  pages: demoPages,
})
