import { Type } from 'typebox'
import { datasetFeedPort, type DatasetFeeds } from '@modellregion/contracts'
import { defineJob, enqueue, type Platform, type Tenant } from '@modellregion/kernel'
import { advanceFeed, type Offered } from './advance.ts'
import { listFeedRows } from './queries.ts'
import { isDue } from './rules.ts'

/** Seconds after which a file that is being looked at is looked for again. */
const soon = 20

/** Every hour, and when staff wish it: asks the feeds that are due, and takes those further that are under way. */
export const feedJob = defineJob({
  name: 'open-data.feed',
  payload: Type.Object({ all: Type.Optional(Type.Boolean()) }),
  schedule: '7 * * * *',
  timeoutSeconds: 1_800,
  oneAtATime: true,
  run: async (run) => {
    const rows = new Map((await run.read(listFeedRows)).map((row) => [`${row.service} ${row.feed}`, row]))
    const states: string[] = []
    for (const offered of offeredTo(run.platform, run.tenant)) {
      run.signal.throwIfAborted()
      const row = rows.get(`${offered.service} ${offered.feed.id}`)
      const isUnderWay = row !== undefined && row.state !== 'published'
      if (run.payload.all || isUnderWay || isDue(offered.feed.refresh, row?.checkedAt, run.now)) states.push(await advanceFeed(run, offered))
    }
    if (states.includes('loading')) await run.write((db) => enqueue(db, feedJob, {}, { key: 'loading', runAt: new Date(db.now.getTime() + soon * 1_000) }))
    run.progress(1, undefined, { asked: states.length, published: states.filter((state) => state === 'published').length })
  },
})

/** The feeds of all services that a town uses. */
export const offeredTo = (platform: Platform, tenant: Tenant): Offered[] =>
  platform.registry
    .offersOf<DatasetFeeds<Platform>>(datasetFeedPort)
    .filter(({ service }) => tenant.services.includes(service.id))
    .flatMap(({ service, offer }) => offer.map((feed) => ({ service: service.id, feed })))
