import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { apiRoutes } from './api/routes.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { copyJob } from './copy/job.ts'
import { copyRoutes } from './copy/routes.ts'
import { datasetRoutes } from './dataset/routes.ts'
import { harvestJob } from './harvest/job.ts'
import { words } from './locales/index.ts'
import { privacy } from './privacy.ts'

export default defineService({
  id: 'open-data',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/open-data',
  routes: [...datasetRoutes, ...copyRoutes, ...apiRoutes],
  access,
  privacy,
  jobs: [harvestJob, copyJob],
  searchKinds: { dataset: title(words, 'dataset.kind') },
  demo: { seed, towns: demoTowns },
  pages: ['/open-data'],
})
