import { datasetFeedPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { fillHistory } from './demo/fill.ts'
import { demoPeople } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { ingestCompanions } from './ingest/companions.ts'
import { jobs } from './jobs.ts'
import { schoolFeeds } from './lesson/feed.ts'
import { words } from './locales/index.ts'
import { privacy } from './privacy.ts'
import { sensorthingsEngine } from './sensorthings/engine.ts'
import { placeRoutes } from './place/routes.ts'
import { deviceRoutes } from './device/routes.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { codecRoutes } from './codec/routes.ts'
import { sensorthingsRoutes } from './sensorthings/routes.ts'
import { meterRoutes } from './meter/routes.ts'
import { energyRoutes } from './energy/routes.ts'
import { airRoutes } from './air/routes.ts'
import { waterRoutes } from './water/routes.ts'
import { safetyRoutes } from './safety/routes.ts'
import { alarmRoutes } from './alarm/routes.ts'
import { protectionRoutes } from './protection/routes.ts'
import { lessonRoutes } from './lesson/routes.ts'

export default defineService({
  id: 'smart-school',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/smart-school',
  routes: [
    ...placeRoutes,
    ...deviceRoutes,
    ...ingestRoutes,
    ...codecRoutes,
    ...sensorthingsRoutes,
    ...meterRoutes,
    ...energyRoutes,
    ...airRoutes,
    ...waterRoutes,
    ...safetyRoutes,
    ...alarmRoutes,
    ...protectionRoutes,
    ...lessonRoutes,
  ],
  navigation: [
    { title: title(words, 'device.list.title'), href: '/smart-school/device', access: 'device.manage', console: 'device' },
    { title: title(words, 'codec.title'), href: '/smart-school/codec', access: 'codec.manage', console: 'cog' },
  ],
  access,
  privacy,
  jobs,
  engines: [sensorthingsEngine],
  companions: ingestCompanions,
  offers: { [datasetFeedPort]: schoolFeeds },
  demo: { seed, fill: fillHistory, towns: demoTowns, people: demoPeople },
  pages: ['/smart-school'],
})
