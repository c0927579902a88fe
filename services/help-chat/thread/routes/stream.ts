import { events, get } from '@modellregion/kernel'
import { hubOf } from '../hub.ts'
import { listParties } from '../queries/epoch.ts'
import { servingEverywhere } from '../towns.ts'
import { notYours, serve } from './desk.ts'
import { documented } from './documented.ts'
import { findOwnCase, noCase, person } from './person.ts'

/** What is seen at once. Events carry numbers only; what they number is fetched and checked by the browser. */
export const streamRoutes = [
  get('/help-chat/app/case/stream', { ...person, ...documented('Server-sent events: the number of the last envelope, and whether somebody who reads is there.') }, async (ask) => {
    const file = await findOwnCase(ask)
    if (!file) return noCase(ask)
    const { copies } = await ask.read((db) => listParties(db, file.id, file.epoch))
    const from = { tenant: ask.tenant.id, case: file.id, seq: file.headSeq, readers: copies.filter((party) => party !== 'person') }
    return events((stream) => hubOf(ask.platform).watchCase(stream, from))
  }),

  get('/help-chat/desk/api/stream', { ...serve, ...documented('Server-sent events over all cases of a confidant.') }, async (ask) => {
    const everywhere = await servingEverywhere(ask)
    const [first] = everywhere
    if (!first) return notYours(ask)
    const from = { confidant: first.confidant.id, towns: everywhere.map(({ town }) => town) }
    return events((stream) => hubOf(ask.platform).watchDesk(stream, from))
  }),
]
