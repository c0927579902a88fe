import { datasetFeedPort, reuseKindPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { fillHistory, keepMeasuring } from './demo/fill.ts'
import { demoDisplayPath } from './demo/air.ts'
import { demoPeople } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { ingestCompanions } from './ingest/companions.ts'
import { jobs } from './jobs.ts'
import { schoolFeeds } from './lesson/feed.ts'
import { lessonMatters } from './lesson/matters.ts'
import { words } from './locales/index.ts'
import { privacy } from './privacy.ts'
import { schoolKinds } from './reuse-kind/kinds.ts'
import { sensorthingsEngine } from './sensorthings/engine.ts'
import { placeRoutes } from './place/routes.ts'
import { schoolMatters, schoolsToday } from './place/today.ts'
import { deviceRoutes } from './device/routes.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { codecRoutes } from './codec/routes.ts'
import { sensorthingsRoutes } from './sensorthings/routes.ts'
import { meterRoutes } from './meter/routes.ts'
import { energyRoutes } from './energy/routes.ts'
import { airRoutes } from './air/routes.ts'
import { waterMatters } from './water/matters.ts'
import { waterRoutes } from './water/routes.ts'
import { safetyRoutes } from './safety/routes.ts'
import { alarmRoutes } from './alarm/routes.ts'
import { protectionRoutes } from './protection/routes.ts'
import { lessonRoutes } from './lesson/routes.ts'
import { lessonPlanRoutes } from './lesson-plan/routes.ts'

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
    ...lessonPlanRoutes,
  ],
  navigation: [
    { title: title(words, 'lesson.home.title'), href: '/smart-school/lesson' },
    { title: title(words, 'lesson.class.enter'), href: '/smart-school/class' },
    { title: title(words, 'alarm.all.title'), href: '/smart-school/alarms', access: 'alarm.handle', console: 'alert' },
    { title: title(words, 'device.list.title'), href: '/smart-school/device', access: 'device.manage', console: 'device' },
    { title: title(words, 'energy.ranking.title'), href: '/smart-school/energy', access: 'energy.manage', console: 'bolt' },
    { title: title(words, 'codec.title'), href: '/smart-school/codec', access: 'codec.manage', console: 'cog' },
    { title: title(words, 'ingest.source.title'), href: '/smart-school/source', access: 'source.manage', console: 'link' },
    { title: title(words, 'ingest.quarantine.title'), href: '/smart-school/quarantine', access: 'quarantine.see', console: 'alert' },
    { title: title(words, 'ingest.reading.title'), href: '/smart-school/meter-reading/new', access: 'meter-reading.write' },
  ],
  matters: async (db, actor, say) => [...(await schoolMatters(db, actor, say)), ...(await waterMatters(db, actor, say)), ...(await lessonMatters(db, actor, say))],
  access,
  privacy,
  jobs,
  engines: [sensorthingsEngine],
  companions: ingestCompanions,
  searchKinds: { school: title(words, 'place.kind-of-result') },
  today: schoolsToday,
  offers: { [datasetFeedPort]: schoolFeeds, [reuseKindPort]: schoolKinds },
  demo: { seed, fill: fillHistory, goOn: keepMeasuring, towns: demoTowns, people: demoPeople },
  pages: ['/smart-school', '/smart-school/school/marienschule-alsdorf', '/smart-school/sensorthings', '/smart-school/school/ggs-roetgen/energy', `${demoDisplayPath}?still=1`, '/smart-school/protection', '/smart-school/protection/assessment', '/smart-school/lesson', '/smart-school/lesson/plan/wann-muessen-wir-lueften', '/smart-school/lesson/open-data', '/smart-school/lesson/codec', '/smart-school/class'],
})
