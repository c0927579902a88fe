import { Type } from 'typebox'
import { get, json, post, type Answer, type Ask, type UnitOfWork } from '@modellregion/kernel'
import { sodium } from '../../crypto/sodium.ts'
import { confidantLooked, newsSeen } from '../../notification/notify.ts'
import { directoryOf } from '../../office/directory.ts'
import { findConfidantOf } from '../../office/queries/confidant.ts'
import { findVault, listStatements } from '../../office/queries/key.ts'
import type { Confidant, DeskSelf, Directory } from '../../office/schema.ts'
import { tellEnvelope } from '../hints.ts'
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

/**
 * Works on the case of an address when the signed-in confidant serves its town and reads it or holds a share of it; otherwise nothing happens, and
 * nobody is told which. In the confidant's own town everything is asked in one unit.
 */
export async function inMyCase<T>(ask: Asks, { town, case: id }: { town: string; case: string }, access: 'read' | 'write', work: (db: UnitOfWork, mine: Seat) => Promise<T>): Promise<T | undefined> {
  const self = selfOf(ask)
  const sent = self && town !== self.homeTown ? await servingIn(ask, town) : undefined
  if (!self || (town !== self.homeTown && !sent)) return undefined
  return await inTown(ask, town, access, async (db) => {
    const me = sent ?? (await findConfidantOf(db, self))
    const seat = me && (await findSeat(db, id, me.id))
    const file = seat && (await findCase(db, id))
    return seat && file ? await work(db, { me, file, mine: seat.mine }) : undefined
  })
}

export const findMyCase = (ask: Asks, params: { town: string; case: string }): Promise<Seat | undefined> => inMyCase(ask, params, 'read', async (_db, mine) => mine)

/** What the desk of the confidants asks and does. */
export const deskRoutes = [
  get('/help-chat/desk/api/state', { ...serve, ...documented('What a confidant is in each town, and the inbox.') }, async (ask) => json(await stateOf(ask), 200, noStore)),

  get('/help-chat/desk/api/inbox/:town', { ...serve, ...documented('Further cases of one town, the next deadline first.'), params: Type.Object({ town: Type.String({ maxLength: 64 }) }), query: Type.Object({ from: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }) }) }, async (ask) => {
    const me = await servingIn(ask, ask.params.town)
    if (!me) return notYours(ask)
    return json(pageOf(await inTown(ask, ask.params.town, 'read', (db) => viewInbox(db, me.id, { size: inboxSize + 1, from: ask.query.from }))), 200, noStore)
  }),

  get('/help-chat/desk/api/cases/:town/:case', { ...serve, ...documented('A case that the confidant reads or holds a share of.'), params: OfCase }, async (ask) => {
    const view = await inMyCase(ask, ask.params, 'read', async (db, { file, mine }) => ({ ...(await viewCase(db, file)), mine }))
    return view ? json(view, 200, noStore) : notYours(ask)
  }),

  post('/help-chat/desk/api/cases/:town/:case/messages', { ...serve, ...documented('The next envelope of a confidant, and what it does to the periods.'), params: OfCase, body: DeskMessageBody, bodyLimit }, async (ask) => {
    await sodium()
    const posted = await inMyCase(ask, ask.params, 'write', (db, { file, me }) => postEnvelope(db, file.id, me.id, ask.body))
    if (!posted) return notYours(ask)
    if ('refusal' in posted) return refusal(ask, posted.refusal)
    tellEnvelope(ask.platform.live, ask.params.town, { case: ask.params.case, ...posted })
    return json({ seq: posted.seq }, 201, noStore)
  }),

  post('/help-chat/desk/api/cases/:town/:case/extend', { ...serve, ...documented('Makes the promise of an answer longer, with a reason from a list.'), params: OfCase, body: ExtendBody }, async (ask) => {
    const { rule = 'promise', reason } = ask.body
    const refused = await inMyCase(ask, ask.params, 'write', async (db, { file, mine }) => {
      if (mine !== 'reader') return 'not-your-case'
      const why = rule === 'promise' ? await extendPromise(db, file.id, reason) : 'not-extendable'
      if (!why) await moveSeats(db, file.id, { state: file.state, dueOn: await nextDue(db, file.id) })
      return why ?? 'done'
    })
    if (refused === undefined || refused === 'not-your-case') return notYours(ask)
    return refused === 'done' ? json({}, 200, noStore) : refusal(ask, { status: 409, code: refused })
  }),
]

async function stateOf(ask: Asks): Promise<DeskState> {
  const self = selfOf(ask)
  const [me, inbox, more]: [DeskSelf[], InboxEntry[], string[]] = [[], [], []]
  const directories: Record<string, Directory> = {}
  for (const { town, townName, confidant } of await servingEverywhere(ask)) {
    const tenant = ask.platform.directory.byId(town)
    if (tenant) directories[town] = await directoryOf(ask.platform, tenant, ask.now)
    const seen = await inTown(ask, town, 'write', async (db) => {
      if (self && town === self.homeTown) await confidantLooked(db, self.accountId)
      await newsSeen(db, confidant.id)
      return { vault: await findVault(db, confidant.id), page: pageOf(await viewInbox(db, confidant.id, { size: inboxSize + 1, from: 0 })) }
    })
    me.push({ town, townName, confidant: confidant.id, name: confidant.name, vault: seen.vault ?? null, statements: await statementsOf(ask, town, confidant.id, directories[town]) })
    inbox.push(...seen.page.inbox)
    if (seen.page.more) more.push(town)
  }
  return { me, directories, inbox, more }
}

// They stand in the directory, unless the confidant has no keys yet.
const statementsOf = async (ask: Asks, town: string, id: string, directory: Directory | undefined): Promise<DeskSelf['statements']> =>
  directory?.confidants.find((confidant) => confidant.id === id)?.statements ?? (await inTown(ask, town, 'read', (db) => listStatements(db, [id])))[id] ?? []

const pageOf = (entries: readonly InboxEntry[]): { inbox: readonly InboxEntry[]; more: boolean } => ({ inbox: entries.slice(0, inboxSize), more: entries.length > inboxSize })
