import { Type } from 'typebox'
import { defineJob, type Job } from '@modellregion/kernel'
import { crawl } from './crawl.ts'

/** Every night: the town's software entries are read again where they come from. */
export const crawlJob = defineJob({
  name: 'portfolio.crawl-publiccode',
  payload: Type.Object({}),
  schedule: '20 2 * * *',
  oneAtATime: true,
  timeoutSeconds: 7_200,
  run: async ({ platform, tenant, now, signal, write }) => void (await crawl({ platform, tenant, now, signal, write })),
})

export const publiccodeJobs: readonly Job[] = [crawlJob]
