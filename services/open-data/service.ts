import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { apiRoutes } from './api/routes.ts'
import { demoPages } from './demo/pages.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { copyJob } from './copy/job.ts'
import { copyRoutes } from './copy/routes.ts'
import { datasetRoutes } from './dataset/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { today } from './home/today.ts'
import { harvestJob } from './harvest/job.ts'
import { harvestRoutes } from './harvest/routes.ts'
import { sourceRoutes } from './harvest/source-routes.ts'
import { licenceRoutes } from './licence/routes.ts'
import { words } from './locales/index.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { privacy } from './privacy.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { showcaseRoutes } from './showcase/routes.ts'
import { themeRoutes } from './theme/routes.ts'

export default defineService({
  id: 'open-data',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/open-data',
  routes: [...homeRoutes, ...themeRoutes, ...organisationRoutes, ...showcaseRoutes, ...licenceRoutes, ...statisticsRoutes, ...sourceRoutes, ...harvestRoutes, ...datasetRoutes, ...copyRoutes, ...apiRoutes],
  access,
  privacy,
  jobs: [harvestJob, copyJob],
  searchKinds: { dataset: title(words, 'dataset.kind') },
  demo: { seed, towns: demoTowns },
  navigation: [
    { title: title(words, 'list.title'), href: '/open-data/dataset' },
    { title: title(words, 'organisation.title'), href: '/open-data/organisation' },
    { title: title(words, 'statistics.title'), href: '/open-data/statistics' },
    { title: title(words, 'licence.title'), href: '/open-data/licence' },
    { title: title(words, 'harvest.title'), href: '/open-data/harvest', access: 'harvest.read' },
  ],
  today,
  pages: demoPages,
})
