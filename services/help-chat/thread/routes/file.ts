import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { body, get, json, post, type Answer, type Ask } from '@modellregion/kernel'
import { mostSealedBytes, receiveSealed, sealedParts, type Units } from '../files.ts'
import { findAttachment } from '../queries/attachment.ts'
import { isRefusal, refusal } from '../refusals.ts'
import { inTown } from '../towns.ts'
import { findMyCase, notYours, OfCase, serve } from './desk.ts'
import { documented } from './documented.ts'
import { findOwnCase, noCase, person } from './person.ts'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
const OfCaseById = Type.Object({ ...OfCase.properties, ...ById.properties })
const upload = { bodyAs: 'stream', bodyLimit: mostSealedBytes } as const

/** Sealed bytes in and out. What they are, only the message says. */
export const fileRoutes = [
  post('/help-chat/app/case/attachments', { ...person, ...documented('Keeps the sealed bytes of a file.'), ...upload }, async (ask) => {
    const file = await findOwnCase(ask)
    return file ? await receive(ask, ask, file.id) : noCase(ask)
  }),
  get('/help-chat/app/case/attachments/:id', { ...person, ...documented('The sealed bytes of a file.'), params: ById }, async (ask) => {
    const file = await findOwnCase(ask)
    return file ? await give(ask, ask, file.id, ask.params.id) : noCase(ask)
  }),

  post('/help-chat/desk/api/cases/:town/:case/attachments', { ...serve, ...documented('Keeps the sealed bytes of a file of a confidant.'), params: OfCase, ...upload }, async (ask) => {
    const mine = await findMyCase(ask, ask.params)
    return mine?.mine === 'reader' ? await receive(ask, unitsIn(ask, ask.params.town), mine.file.id) : notYours(ask)
  }),
  get('/help-chat/desk/api/cases/:town/:case/attachments/:id', { ...serve, ...documented('The sealed bytes of a file, for a confidant.'), params: OfCaseById }, async (ask) => {
    const mine = await findMyCase(ask, ask.params)
    return mine ? await give(ask, unitsIn(ask, ask.params.town), mine.file.id, ask.params.id) : notYours(ask)
  }),
]

const unitsIn = (ask: Pick<Ask, 'tenant' | 'actor' | 'platform'>, town: string): Units => ({ read: (work) => inTown(ask, town, 'read', work), write: (work) => inTown(ask, town, 'write', work) })

async function receive(ask: Pick<Ask, 'say' | 'body' | 'now'>, units: Units, caseId: string): Promise<Answer> {
  if (!(ask.body instanceof Readable)) return refusal(ask, { status: 413, code: 'file-length' })
  const received = await receiveSealed(units, caseId, ask.body, ask.now)
  return isRefusal(received) ? refusal(ask, received) : json(received, 201, { 'cache-control': 'no-store' })
}

async function give(ask: Pick<Ask, 'say'>, units: Units, caseId: string, id: string): Promise<Answer> {
  const found = await units.read((db) => findAttachment(db, caseId, id))
  if (!found) return refusal(ask, { status: 404, code: 'not-your-case' })
  const headers = { 'cache-control': 'no-store, no-transform', 'content-length': String(found.size) } // there is nothing to squeeze in ciphertext
  return body('application/octet-stream', Readable.from(sealedParts(units, id, found.parts), { highWaterMark: 1 }), { headers })
}
