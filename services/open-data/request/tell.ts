import { Type } from 'typebox'
import { defineJob, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { listSummaries } from '../dataset/queries.ts'
import { markTold, moveFollows, takeUntold } from '../follow/queries.ts'
import { wordsFor } from '../follow/start.ts'
import { stopPath } from '../follow/token.ts'
import * as queries from './queries.ts'
import { isPublic } from './rules.ts'
import type { DataRequest, RequestEvent } from './schema.ts'

const lot = 50

/**
 * Tells everybody who follows a request what has happened. Letter and mark are written in one unit for a lot of addresses, so that
 * a process that is killed in between tells nobody twice and forgets nobody.
 */
export const tellJob = defineJob({
  name: 'open-data.request-tell',
  payload: Type.Object({ request: Type.String({ format: 'uuid' }), event: Type.String({ format: 'uuid' }), origin: Type.String() }),
  timeoutSeconds: 1_800,
  run: async ({ platform, tenant, payload, signal, write }) => {
    while ((await write((db) => tellLot(db, platform, tenant, payload))) === lot) signal.throwIfAborted()
    await write((db) => moveToOriginal(db, payload.request))
  },
})

type Payload = { request: string; event: string; origin: string }

async function tellLot(db: UnitOfWork, platform: Platform, tenant: Tenant, { request: id, event: eventId, origin }: Payload): Promise<number> {
  const request = await queries.findRequest(db, id)
  const event = await queries.findEvent(db, eventId)
  if (!request || !event) return 0
  const followers = await takeUntold(db, id, eventId, lot)
  const datasets = event.state === 'published' ? await listSummaries(db, (await queries.datasetIdsOf(db, id)).map((linked) => linked.id)) : []
  for (const { id: followId, mail, locale } of followers) {
    const t = wordsFor(tenant, locale)
    const stop = `${origin}${await stopPath(platform, tenant.id, followId)}`
    const link = isPublic(request.state) ? `${origin}/open-data/request/${request.number}` : `${origin}/open-data/request`
    const text =
      datasets.length > 0
        ? t('request.mail.published', { title: request.title, datasets: datasets.map(({ title, name }) => `${title}\n${origin}/open-data/dataset/${name}`).join('\n\n'), link, stop })
        : t('request.mail.text', { title: request.title, state: t(`request.state.${stateOf(request, event)}`), said: event.text && `\n\n${event.text}`, link, stop })
    await platform.mailer.send(db, { to: mail, subject: t('request.mail.subject', request), text, unsubscribe: stop })
  }
  await markTold(db, followers.map((follow) => follow.id), eventId)
  return followers.length
}

// Whoever was told that a request repeats another one hears from that one next.
async function moveToOriginal(db: UnitOfWork, id: string): Promise<void> {
  const request = await queries.findRequest(db, id)
  const original = request?.duplicateOf ? await queries.findRequest(db, request.duplicateOf) : undefined
  if (original) await moveFollows(db, 'request', id, original.id, original.title)
}

const stateOf = (request: DataRequest, { state }: RequestEvent): DataRequest['state'] => (state === 'asked' || state === 'reply' || state === 'note' ? request.state : state)
