import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { appRoutes } from './app/routes.ts'
import { shielded } from './app/shield.ts'
import { attachmentRoutes } from './attachment/routes.ts'
import { blueprintRoutes } from './blueprint/routes.ts'
import { casesRoutes } from './case/routes.ts'
import { demoPeople } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { deskRoutes } from './desk/routes.ts'
import { jobs } from './jobs.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { words } from './locales/index.ts'
import { notificationRoutes } from './notification/routes.ts'
import { officeRoutes } from './office/routes.ts'
import { privacy } from './privacy.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { threadDeadlines } from './thread/deadlines.ts'
import { threadRoutes } from './thread/routes.ts'

export default defineService({
  id: 'help-chat',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/help-chat',
  routes: [
    ...knowledgeRoutes,
    ...appRoutes,
    ...casesRoutes,
    ...threadRoutes,
    ...attachmentRoutes,
    ...deskRoutes,
    ...officeRoutes,
    ...notificationRoutes,
    ...statisticsRoutes,
    ...blueprintRoutes,
  ].map(shielded),
  navigation: [
    { title: title(words, 'office.list-title'), href: '/help-chat/confidants' },
    { title: title(words, 'desk.title'), href: '/help-chat/desk', access: 'desk.see', console: 'inbox' },
    { title: title(words, 'office.title'), href: '/help-chat/office', access: 'office.lead', console: 'people' },
    { title: title(words, 'knowledge.edit.title'), href: '/help-chat/editor', access: 'knowledge.edit', console: 'book' },
    { title: title(words, 'statistics.title-head'), href: '/help-chat/office/statistics', access: 'statistics.read', console: 'data' },
    { title: title(words, 'blueprint.title'), href: '/help-chat/blueprint', access: 'office.lead', console: 'list' },
    { title: title(words, 'office.me-title'), href: '/help-chat/office/me', access: 'own-profile.edit', console: 'user' },
  ],
  access,
  // Whoever becomes a confidant can be chosen by people in need: two people decide, never the head of the office alone.
  sensitiveRoles: ['confidant'],
  privacy,
  jobs,
  deadlines: threadDeadlines,
  demo: { seed, towns: demoTowns, people: demoPeople },
  pages: ['/help-chat', '/help-chat/confidants', '/help-chat/statistics', '/help-chat/blueprint/data-protection-impact', '/help-chat/course', '/help-chat/case'],
})
