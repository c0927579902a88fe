import { body, get, json, post, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { sodium } from '../../crypto/sodium.ts'
import { personLooked } from '../../notification/notify.ts'
import { eraseByPerson } from '../erase.ts'
import { tellEnvelope } from '../hints.ts'
import { lookupHash, readLookup } from '../lookup.ts'
import { post as postEnvelope, type Posting } from '../post.ts'
import { findByLookup } from '../queries/case.ts'
import { isRefusal, refusal } from '../refusals.ts'
import { MessageBody, ReportBody, StartBody, type CaseFile } from '../schema.ts'
import { startCase } from '../start.ts'
import { countStart } from '../statistics.ts'
import { viewCase } from '../view.ts'
import { checkPaid, findStart, giveChallenge, giveTicket, noteStart, rememberStart } from '../work.ts'
import { documented } from './documented.ts'

type Asks = Pick<Ask, 'headers' | 'platform' | 'tenant' | 'read' | 'write' | 'say' | 'now'>
export const person = { access: 'anyone', traceless: true } as const
/** A full message, an epoch with the keys of many earlier ones for many readers. */
const bodyLimit = 600_000
const noStore = { 'cache-control': 'no-store' }

/** The person's case by the look-up that the request carries. One hash and one question, whether there is one or not. */
export async function findOwnCase(ask: Asks): Promise<CaseFile | undefined> {
  const hash = await lookupHash(ask.platform, ask.tenant.id, readLookup(ask.headers) ?? '')
  return await ask.read((db) => findByLookup(db, hash))
}

/** Works on the person's case in one unit; nothing happens when there is none. */
async function inOwnCase<T>(ask: Asks, work: (db: UnitOfWork, file: CaseFile) => Promise<T>): Promise<T | undefined> {
  const hash = await lookupHash(ask.platform, ask.tenant.id, readLookup(ask.headers) ?? '')
  return await ask.write(async (db) => {
    const file = await findByLookup(db, hash)
    return file && (await work(db, file))
  })
}

export const noCase = (ask: Asks): Answer => refusal(ask, { status: 404, code: 'not-your-case' })

/** What a person without an account does. Nobody is asked who they are, and nothing remembers that they were here. */
export const personRoutes = [
  post('/help-chat/app/challenge', { ...person, ...documented('A proof of work for one new case, as hard as the town is busy.') }, async (ask) => json({ challenge: await giveChallenge(ask.platform, ask.tenant.id) }, 200, noStore)),

  post('/help-chat/app/ticket', { ...person, ...documented('A place in the waiting line instead of a proof of work, for slow devices.') }, async (ask) => {
    const ticket = await giveTicket(ask.platform, ask.tenant.id)
    return isRefusal(ticket) ? refusal(ask, ticket) : json({ ticket }, 200, noStore)
  }),

  post('/help-chat/app/case', { ...person, ...documented('Begins a case: first epoch, first envelope, public keys.'), body: StartBody, bodyLimit }, async (ask) => {
    const spent = await checkPaid(ask.platform, ask.tenant.id, ask.body.work)
    if (isRefusal(spent)) return refusal(ask, spent)
    const place = { case: ask.body.case, signature: ask.body.envelope.signature }
    const known = findStart(ask.platform, spent, place)
    if (typeof known === 'string') return json({ received: known }, 201, noStore)
    if (known) return refusal(ask, known)
    const hash = await lookupHash(ask.platform, ask.tenant.id, ask.body.lookup)
    const started = await ask.write(async (db) => {
      const done = await startCase(db, ask.body, hash, spent)
      if ('received' in done && done.isNew) await countStart(db, ask.body.topic)
      return done
    })
    if ('refusal' in started) return refusal(ask, started.refusal)
    if (started.isNew) {
      noteStart(ask.platform, ask.tenant.id)
      tellEnvelope(ask.platform.live, ask.tenant.id, { case: ask.body.case, seq: 0, readers: started.readers })
    }
    rememberStart(ask.platform, spent, { ...place, received: started.received })
    return json({ received: started.received }, 201, noStore)
  }),

  get('/help-chat/app/case', { ...person, ...documented('The case of the look-up in the header: everything sealed, clocks, state.') }, async (ask) => {
    const view = await inOwnCase(ask, async (db, file) => {
      await personLooked(db, file.id)
      return await viewCase(db, file)
    })
    return view ? json(view, 200, noStore) : noCase(ask)
  }),

  post('/help-chat/app/case/messages', { ...person, ...documented('The next envelope of the person, with a new epoch when readers change.'), body: MessageBody, bodyLimit }, (ask) => send(ask, ask.body)),

  post('/help-chat/app/case/report', { ...person, ...documented('Makes the case a report under the HinSchG; only the person does that.'), body: ReportBody, bodyLimit }, (ask) => send(ask, { ...ask.body, declares: true })),

  post('/help-chat/app/case/erase', { ...person, ...documented('Destroys the keys and everything else of a case at once.') }, async (ask) => {
    const file = await findOwnCase(ask)
    if (!file) return noCase(ask)
    const refused = await ask.write((db) => eraseByPerson(db, file.id))
    return refused ? refusal(ask, refused) : body('application/json', '', { status: 204, headers: noStore })
  }),
]

async function send(ask: Asks, posting: Posting): Promise<Answer> {
  await sodium()
  const posted = await inOwnCase(ask, (db, file) => postEnvelope(db, file.id, 'person', posting))
  if (!posted) return noCase(ask)
  if ('refusal' in posted) return refusal(ask, posted.refusal)
  tellEnvelope(ask.platform.live, ask.tenant.id, { case: posting.envelope.case, ...posted })
  return json({ seq: posted.seq }, 201, noStore)
}
