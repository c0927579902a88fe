import { Type } from 'typebox'
import { get, json, newId, post, type Ask } from '@modellregion/kernel'
import { askForCase, releaseShare, withdrawRequest, viewRequests } from '../escrow.ts'
import { refusal } from '../refusals.ts'
import { inTown, servingEverywhere, servingIn } from '../towns.ts'
import { notYours, serve } from './desk.ts'
import { documented } from './documented.ts'

const Town = Type.String({ maxLength: 64 })
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const noStore = { 'cache-control': 'no-store' }

/** Opening a case that nobody reads any more: asked for in front of all confidants of the town, answered by several. */
export const escrowRoutes = [
  get('/help-chat/desk/api/escrow', { ...serve, ...documented('Requests for opening a case that nobody reads any more, with their reasons.') }, async (ask) => {
    const requests = []
    for (const { town, confidant } of await servingEverywhere(ask)) requests.push(...(await inTown(ask, town, 'read', (db) => viewRequests(db, confidant.id))))
    return json({ requests }, 200, noStore)
  }),

  post('/help-chat/desk/api/escrow', { ...serve, ...documented('Asks the other holders of shares for a case.'), body: Type.Object({ town: Town, case: Type.String({ format: 'uuid' }), reason: Type.String({ minLength: 1, maxLength: 500 }) }) }, async (ask) => {
    const { town, case: caseId, reason } = ask.body
    const me = await servingIn(ask, town)
    if (!me) return notYours(ask)
    const id = newId(ask.now)
    const refused = await inTown(ask, town, 'write', (db) => askForCase(db, { id, caseId, by: me.id, reason }))
    return refused ? refusal(ask, refused) : json({ id }, 201, noStore)
  }),

  post('/help-chat/desk/api/escrow/:id/release', { ...serve, ...documented('Releases a share, sealed to whoever asked.'), params: ById, body: Type.Object({ town: Type.Optional(Town), sealed: Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 1_024 }) }) }, async (ask) => {
    for (const { town, confidant } of await placesOf(ask, ask.body.town)) {
      const outcome = await inTown(ask, town, 'write', (db) => releaseShare(db, ask.params.id, confidant.id, ask.body.sealed))
      if (outcome === 'unknown') continue
      return outcome ? refusal(ask, outcome) : json({}, 201, noStore)
    }
    return notYours(ask)
  }),

  post('/help-chat/desk/api/escrow/:id/withdraw', { ...serve, ...documented('Takes a request back.'), params: ById, body: Type.Object({ town: Type.Optional(Town) }) }, async (ask) => {
    for (const { town, confidant } of await placesOf(ask, ask.body.town)) {
      const outcome = await inTown(ask, town, 'write', (db) => withdrawRequest(db, ask.params.id, confidant.id))
      if (outcome === 'unknown') continue
      return outcome ? refusal(ask, outcome) : json({}, 200, noStore)
    }
    return notYours(ask)
  }),
]

async function placesOf(ask: Pick<Ask, 'tenant' | 'actor' | 'platform'>, town: string | undefined) {
  return (await servingEverywhere(ask)).filter((place) => town === undefined || place.town === town)
}
