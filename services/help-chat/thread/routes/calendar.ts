import { createHash, randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { body, calendarOf, del, get, json, NotFound, post, type Ask } from '@modellregion/kernel'
import { words } from '../../locales/index.ts'
import { confidantEverywhere } from '../../office/towns.ts'
import { clockRuleOf, listRunning } from '../periods.ts'
import { findToken, findTokenOwner, putToken, revokeToken } from '../queries/calendar.ts'
import { listInbox } from '../queries/inbox.ts'
import { inTown, selfOf } from '../towns.ts'
import { notYours, serve } from './desk.ts'
import { documented } from './documented.ts'

const mostCases = 500
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Deadlines in a calendar: days and the word "deadline", nothing of any case. The address is the key to it, and can be taken back. */
export const calendarRoutes = [
  get('/help-chat/desk/api/calendar', { ...serve, ...documented('Since when there is an address of the calendar.') }, async (ask) => {
    const token = await ask.read((db) => findToken(db, ask.actor.id ?? ''))
    return json({ since: token?.createdAt.toISOString() ?? null }, 200, { 'cache-control': 'no-store' })
  }),

  post('/help-chat/desk/api/calendar', { ...serve, ...documented('A new address of the calendar; the one before ends.') }, async (ask) => {
    const self = selfOf(ask)
    if (!self) return notYours(ask)
    const token = randomBytes(24).toString('base64url')
    await ask.write((db) => putToken(db, self.accountId, hashOf(token)))
    return json({ url: `${ask.url.origin}/help-chat/calendar/${token}.ics` }, 201, { 'cache-control': 'no-store' })
  }),

  del('/help-chat/desk/api/calendar', { ...serve, ...documented('Ends the address of the calendar.') }, async (ask) => {
    await ask.write((db) => revokeToken(db, ask.actor.id ?? ''))
    return json({}, 200, { 'cache-control': 'no-store' })
  }),

  // Calendar programs have no session: the address is what they know. It stands in no log, so the route is traceless.
  get('/help-chat/calendar/:token', { ...documented('Deadlines as iCalendar, without any content.'), access: 'anyone', traceless: true, params: Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}\\.ics$' }) }) }, async (ask) => {
    const accountId = await ask.read((db) => findTokenOwner(db, hashOf(ask.params.token.slice(0, -'.ics'.length))))
    if (accountId === undefined) throw new NotFound()
    return body('text/calendar; charset=utf-8', await calendarFor(ask, accountId), { headers: { 'cache-control': 'no-store' } })
  }),
]

async function calendarFor(ask: Pick<Ask, 'tenant' | 'actor' | 'platform' | 'say' | 'now' | 'url'>, accountId: string): Promise<string> {
  const t = ask.say(words)
  const everywhere = await confidantEverywhere(ask.platform, { homeTown: ask.tenant.id, accountId })
  const deadlines = []
  for (const { town, confidant } of everywhere)
    deadlines.push(...(await inTown(ask, town, 'read', async (db) => {
      const cases = await listInbox(db, confidant.id, { size: mostCases, from: 0 })
      return await listRunning(db, cases.flatMap(({ id, mine, state }) => (mine === 'reader' && state === 'open' ? [id] : [])))
    })))
  return calendarOf(deadlines, (rule) => t(clockRuleOf(rule) === 'promise' ? 'thread.calendar.promise' : 'thread.calendar.deadline'), { host: ask.url.hostname, now: ask.now })
}
