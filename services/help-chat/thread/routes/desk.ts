import { Type } from 'typebox'
import { get, json, post, type Answer, type Ask } from '@modellregion/kernel'
import { sodium } from '../../crypto/sodium.ts'
import { confidantLooked, newsSeen } from '../../notification/notify.ts'
import { deskSelves, directoryOf } from '../../office/directory.ts'
import type { Confidant, Directory } from '../../office/schema.ts'
import { extendPromise, nextDue } from '../periods.ts'
import { post as postEnvelope } from '../post.ts'
import { findCase } from '../queries/case.ts'
import { findSeat, moveSeats } from '../queries/inbox.ts'
import { refusal } from '../refusals.ts'
import { DeskMessageBody, ExtendBody, type CaseFile, type DeskState, type InboxEntry } from '../schema.ts'
import { inTown, selfOf, servingEverywhere, servingIn } from '../towns.ts'
import { viewCase, viewInbox } from '../view.ts'
import { documented } from './documented.ts'

type Asks = Pick<Ask, 'tenant' | 'actor' | 'platform' | 'say' | 'now'>
export const OfCase = Type.Object({ town: Type.String({ maxLength: 64 }), case: Type.String({ format: 'uuid' }) })
export const serve = { access: 'case.serve' } as const
const bodyLimit = 600_000
/** Cases of one town in one answer, the next deadline first. */
const inboxSize = 200
const noStore = { 'cache-control': 'no-store' }

export const notYours = (ask: Pick<Ask, 'say'>): Answer => refusal(ask, { status: 404, code: 'not-your-case' })

export type Seat = { readonly me: Confidant; readonly file: CaseFile; readonly mine: 'reader' | 'holder' }

/** The case of an address when the signed-in confidant serves its town and reads it or holds a share of it; otherwise nothing, and nobody is told which. */
export async function findMyCase(ask: Asks, { town, case: id }: { town: string; case: string }): Promise<Seat | undefined> {
  const me = await servingIn(ask, town)
  if (!me) return undefined
  return await inTown(ask, town, 'read', async (db) => {
    const seat = await findSeat(db, id, me.id)
    const file = seat && (await findCase(db, id))
    return seat && file && { me, file, mine: seat.mine }
  })
}

/** What the desk of the confidants asks and does. */
export const deskRoutes = [
  get('/help-chat/desk/api/state', { ...serve, ...documented('What a confidant is in each town, and the inbox.') }, async (ask) => json(await stateOf(ask), 200, noStore)),

  get('/help-chat/desk/api/inbox/:town', { ...serve, ...documented('Further cases of one town, the next deadline first.'), params: Type.Object({ town: Type.String({ maxLength: 64 }) }), query: Type.Object({ from: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }) }) }, async (ask) => {
    const me = await servingIn(ask, ask.params.town)
    if (!me) return notYours(ask)
    return json(pageOf(await inTown(ask, ask.params.town, 'read', (db) => viewInbox(db, me.id, { size: inboxSize + 1, from: ask.query.from }))), 200, noStore)
  }),

  get('/help-chat/desk/api/cases/:town/:case', { ...serve, ...documented('A case that the confidant reads or holds a share of.'), params: OfCase }, async (ask) => {
    const mine = await findMyCase(ask, ask.params)
    if (!mine) return notYours(ask)
    const view = await inTown(ask, ask.params.town, 'read', (db) => viewCase(db, mine.file))
    return json({ ...view, mine: mine.mine }, 200, noStore)
  }),

  post('/help-chat/desk/api/cases/:town/:case/messages', { ...serve, ...documented('The next envelope of a confidant, and what it does to the periods.'), params: OfCase, body: DeskMessageBody, bodyLimit }, async (ask) => {
    const mine = await findMyCase(ask, ask.params)
    if (!mine) return notYours(ask)
    await sodium()
    const posted = await inTown(ask, ask.params.town, 'write', (db) => postEnvelope(db, mine.file.id, mine.me.id, ask.body))
    return 'refusal' in posted ? refusal(ask, posted.refusal) : json(posted, 201, noStore)
  }),

  post('/help-chat/desk/api/cases/:town/:case/extend', { ...serve, ...documented('Makes the promise of an answer longer, with a reason from a list.'), params: OfCase, body: ExtendBody }, async (ask) => {
    const mine = await findMyCase(ask, ask.params)
    if (mine?.mine !== 'reader') return notYours(ask)
    const { rule = 'promise', reason } = ask.body
    if (rule !== 'promise') return refusal(ask, { status: 409, code: 'not-extendable' })
    const refused = await inTown(ask, ask.params.town, 'write', async (db) => {
      const why = await extendPromise(db, mine.file.id, reason)
      if (!why) await moveSeats(db, mine.file.id, { state: mine.file.state, dueOn: await nextDue(db, mine.file.id) })
      return why
    })
    return refused ? refusal(ask, { status: 409, code: refused }) : json({}, 200, noStore)
  }),
]

async function stateOf(ask: Asks): Promise<DeskState> {
  const self = selfOf(ask)
  const me = self ? await deskSelves(ask.platform, self) : []
  if (self && me.length > 0) await inTown(ask, self.homeTown, 'write', (db) => confidantLooked(db, self.accountId))
  const directories: Record<string, Directory> = {}
  const inbox: InboxEntry[] = []
  const more: string[] = []
  for (const { town, confidant } of await servingEverywhere(ask)) {
    const tenant = ask.platform.directory.byId(town)
    if (tenant) directories[town] = await directoryOf(ask.platform, tenant, ask.now)
    const page = pageOf(await inTown(ask, town, 'write', async (db) => {
      await newsSeen(db, confidant.id)
      return await viewInbox(db, confidant.id, { size: inboxSize + 1, from: 0 })
    }))
    inbox.push(...page.inbox)
    if (page.more) more.push(town)
  }
  return { me, directories, inbox, more }
}

const pageOf = (entries: readonly InboxEntry[]): { inbox: readonly InboxEntry[]; more: boolean } => ({ inbox: entries.slice(0, inboxSize), more: entries.length > inboxSize })
