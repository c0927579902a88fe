import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'
import type { PlainDate } from '@modellregion/standards'
import type { Challenge, Work } from '../crypto/schema.ts'
import { sodium } from '../crypto/sodium.ts'
import { newChallenge, whyNotWork } from '../crypto/work.ts'
import { difficultyFor, leastDifficulty, nextPlace, ticketsPerMinute } from './load/rules.ts'
import type { Refusal, Ticket } from './schema.ts'
import type { Spent } from './start.ts'

type Place = Pick<Platform, 'database' | 'now'>

/** How long a challenge can be solved, in seconds: a slow phone, a coffee in between. */
const challengeSeconds = 1_800
/** How long somebody waits who does not calculate, and how long the ticket is good afterwards, in seconds. */
const waitSeconds = 60
const ticketSeconds = 1_800

/**
 * How busy one town is in this process: moments of cases that were begun in the last seconds, and the end of the waiting line. Nothing
 * about who asked. Processes do not share it: each one protects itself.
 */
type Load = { starts: number[]; lineEnd: number }
const loads = new WeakMap<Platform['database'], Map<string, Load>>()

function loadOf({ database }: Place, tenant: string): Load {
  const towns = loads.get(database) ?? new Map<string, Load>()
  loads.set(database, towns)
  const load = towns.get(tenant) ?? { starts: [], lineEnd: 0 }
  towns.set(tenant, load)
  return load
}

const windowMs = 10_000
function recentStarts(load: Load, nowMs: number): number {
  const from = load.starts.findIndex((at) => at > nowMs - windowMs)
  load.starts.splice(0, from === -1 ? load.starts.length : from)
  return load.starts.length
}

/** A case was begun: the next ones cost a little more for a few seconds. */
export const noteStart = (place: Place, tenant: string): void => void loadOf(place, tenant).starts.push(place.now().getTime())

async function serverKey(place: Place, tenant: string, what: 'work' | 'ticket'): Promise<Buffer> {
  return createHmac('sha256', await sharedSecret(place.database, 'help-chat-work', place.now())).update(`${what}|${tenant}`).digest()
}

const seconds = (now: Date): number => Math.floor(now.getTime() / 1_000)

/** A challenge for one start, as hard as the last seconds demand. */
export async function giveChallenge(place: Place, tenant: string): Promise<Challenge> {
  await sodium()
  const now = place.now()
  return newChallenge(await serverKey(place, tenant, 'work'), difficultyFor(recentStarts(loadOf(place, tenant), now.getTime()) / (windowMs / 1_000)), seconds(now) + challengeSeconds)
}

/** A place in the town's waiting line, for whom calculating is too much. Refused when the line is too long. */
export async function giveTicket(place: Place, tenant: string): Promise<Ticket | Refusal> {
  const load = loadOf(place, tenant)
  const now = place.now().getTime()
  const at = nextPlace(load.lineEnd, now, { waitMs: waitSeconds * 1_000, perMinute: ticketsPerMinute })
  if (at === undefined) return { status: 503, code: 'line-full' }
  load.lineEnd = at
  const open = { id: randomBytes(16).toString('base64url'), from: Math.ceil(at / 1_000), expires: Math.ceil(at / 1_000) + ticketSeconds }
  return { ...open, signature: markOf(open, await serverKey(place, tenant, 'ticket')) }
}

const markOf = ({ id, from, expires }: Omit<Ticket, 'signature'>, key: Buffer): string => createHmac('sha256', key).update(`${id}|${from}|${expires}`).digest('base64url')

/** Whether a start was paid for, by calculating or by waiting, and what is to be remembered so that it pays for no second one. Cheap, and before anything else. */
export async function checkPaid(place: Place, tenant: string, work: Work | { ticket: Ticket }): Promise<Spent | Refusal> {
  return 'ticket' in work ? await checkTicket(place, tenant, work.ticket) : await checkSolved(place, tenant, work)
}

async function checkSolved(place: Place, tenant: string, work: Work): Promise<Spent | Refusal> {
  await sodium()
  const refusal = whyNotWork(work, await serverKey(place, tenant, 'work'), seconds(place.now()), leastDifficulty)
  if (refusal) return { status: refusal === 'expired' ? 410 : 403, code: refusal === 'expired' ? 'work-expired' : 'work-invalid' }
  return spentOf(work.challenge.salt, work.challenge.expires)
}

async function checkTicket(place: Place, tenant: string, ticket: Ticket): Promise<Spent | Refusal> {
  const [given, right] = [Buffer.from(ticket.signature), Buffer.from(markOf(ticket, await serverKey(place, tenant, 'ticket')))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { status: 403, code: 'work-invalid' }
  const now = seconds(place.now())
  if (now < ticket.from) return { status: 403, code: 'ticket-early' }
  return now > ticket.expires ? { status: 410, code: 'work-expired' } : spentOf(ticket.id, ticket.expires)
}

const hourMs = 3_600_000
const spentOf = (text: string, expires: number): Spent => ({ hash: createHash('sha256').update(text).digest(), expiresAt: new Date(Math.ceil((expires * 1_000) / hourMs) * hourMs) })

/** Answers to starts of the last minutes, so that the same one once more costs no look into the database. Bounded, and only of this process. */
type Remembered = { readonly case: string; readonly signature: string; readonly received: PlainDate }
const remembered = new WeakMap<Platform['database'], Map<string, Remembered>>()
const mostRemembered = 5_000

export function rememberStart({ database }: Place, { hash }: Spent, start: Remembered): void {
  const starts = remembered.get(database) ?? new Map<string, Remembered>()
  remembered.set(database, starts)
  starts.set(hash.toString('base64'), start)
  for (const oldest of starts.keys()) {
    if (starts.size <= mostRemembered) break
    starts.delete(oldest)
  }
}

/** What was answered to the same start; a refusal when what paid for it has paid for another one; nothing when this process knows of neither. */
export function findStart({ database }: Place, { hash }: Spent, start: Pick<Remembered, 'case' | 'signature'>): PlainDate | Refusal | undefined {
  const known = remembered.get(database)?.get(hash.toString('base64'))
  if (!known) return undefined
  return known.case === start.case && known.signature === start.signature ? known.received : { status: 409, code: 'work-spent' }
}
