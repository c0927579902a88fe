import { datasetFeedPort } from '@modellregion/contracts'
import { defineService, title } from '@modellregion/kernel'
import { access } from './access.ts'
import { demoNoticePath } from './demo/notices.ts'
import { seed } from './demo/seed.ts'
import { demoTowns } from './demo/towns.ts'
import { words } from './locales/index.ts'
import { countPublished } from './notice/events.ts'
import { clearBoardJob } from './notice/jobs.ts'
import { noticeFeeds } from './notice/feed.ts'
import { noticeMatters } from './notice/matters.ts'
import { readingRoutes } from './notice/routes/read.ts'
import { takingDownRoutes } from './notice/routes/take-down.ts'
import { writingRoutes } from './notice/routes/write.ts'
import { noticesToday } from './notice/today.ts'
import { privacy } from './privacy.ts'

export default defineService({
  id: 'example',
  version: '0.1.0',
  folder: import.meta.dirname,
  words,
  title: title(words, 'service.title'),
  summary: title(words, 'service.summary'),
  home: '/example',
  routes: [...readingRoutes, ...writingRoutes, ...takingDownRoutes],
  access,
  privacy,
  jobs: [clearBoardJob],
  subscribers: [countPublished],
  searchKinds: { notice: title(words, 'notice.kind') },
  matters: noticeMatters,
  today: noticesToday,
  navigation: [{ title: title(words, 'board.write'), href: '/example/notice/new' }],
  offers: { [datasetFeedPort]: noticeFeeds },
  demo: { seed, towns: demoTowns },
  pages: ['/example', demoNoticePath, '/example/notice/new'],
})
