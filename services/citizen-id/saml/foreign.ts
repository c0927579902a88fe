import { createHash, randomBytes } from 'node:crypto'
import { newId, type Ask, type Platform } from '@modellregion/kernel'
import type { Level } from '../person/schema.ts'
import { openSeal } from '../provider/seal.ts'
import { answerForeignSignIn, findAnswered, findBegun, findWaiting, insertForeignSignIn, spoilForeignSignIn } from './queries.ts'
import type { ForeignIdentity, ForeignSignIn, Outcome, Source } from './schema.ts'
import { BadMessage } from './xml.ts'

type Asks = Pick<Ask, 'read' | 'write' | 'now' | 'platform'>

/** Long enough for finding the card and the PIN letter. */
const life = 30 * 60_000

/** What goes out with a request: its `ID`, and the `RelayState`, which comes back with the answer and which nobody else knows. */
export type Begun = { requestId: string; relayState: string }

/** Writes down that a waiting sign-in goes on elsewhere. */
export async function beginForeign(ask: Asks, { interaction, source, wanted }: { interaction: string; source: Source; wanted: Level | undefined }): Promise<Begun> {
  const [requestId, relayState] = [`_${randomBytes(20).toString('hex')}`, token()]
  const row = { id: newId(ask.now), source, interaction, requestId, relayHash: hash(relayState), wanted: wanted ?? null, expiresAt: new Date(ask.now.getTime() + life) }
  await ask.write((db) => insertForeignSignIn(db, row))
  return { requestId, relayState }
}

/** The request with this `RelayState`, while it waits for its answer. */
export const begunBy = (ask: Asks, source: Source, relayState: string): Promise<ForeignSignIn | undefined> => ask.read((db) => findBegun(db, source, hash(relayState)))

/**
 * Takes an answer: `read` checks it against the request that was begun with this `RelayState`. Whatever it says, the request
 * is used up by it. Returns the address at which the browser goes on, with the cookie of its sign-in.
 * @throws BadMessage when no such request waits, or the answer is refused
 */
export async function takeAnswer(ask: Asks, source: Source, relayState: string, read: (begun: ForeignSignIn) => Promise<{ outcome: Outcome; assertionId?: string }>): Promise<string> {
  const begun = await begunBy(ask, source, relayState)
  if (!begun) throw new BadMessage('No request waits for this answer.')
  const { outcome, assertionId } = await read(begun).catch(async (error: unknown) => {
    await ask.write((db) => spoilForeignSignIn(db, begun.id))
    throw error
  })
  const returnToken = token()
  const sealed = (await sealOf(ask.platform)).close(JSON.stringify(outcome), begun.id)
  const taken = await ask.write((db) => answerForeignSignIn(db, begun.id, { sealed, returnHash: hash(returnToken), assertionId: assertionId ?? null }))
  if (taken === 0) throw new BadMessage('This answer was used before.')
  return `/citizen-id/sign-in/${begun.interaction}/${source}/return?t=${returnToken}`
}

/** What came of it, for the browser that has both the token and the cookie of the sign-in. */
export async function outcomeOf(ask: Asks, source: Source, interaction: string, returnToken: string): Promise<{ begun: ForeignSignIn; outcome: Outcome } | undefined> {
  const begun = await ask.read((db) => findAnswered(db, source, interaction, hash(returnToken)))
  return begun && (await opened(ask.platform, begun))
}

/** The identity that waits in this sign-in for the person's decision. */
export async function waitingIdentity(ask: Asks, interaction: string, which: { source?: Source; connecting?: boolean }): Promise<{ begun: ForeignSignIn; identity: ForeignIdentity } | undefined> {
  const begun = await ask.read((db) => findWaiting(db, interaction, which))
  const found = begun && (await opened(ask.platform, begun))
  return found?.outcome.ok ? { begun: found.begun, identity: found.outcome.identity } : undefined
}

async function opened(platform: Platform, begun: ForeignSignIn): Promise<{ begun: ForeignSignIn; outcome: Outcome } | undefined> {
  if (begun.sealed === null) return undefined
  return { begun, outcome: JSON.parse((await sealOf(platform)).open(begun.sealed, begun.id)) as Outcome } // written by takeAnswer
}

const sealOf = (platform: Platform) => openSeal(platform, 'foreign-sign-in')
const token = (): string => randomBytes(24).toString('base64url')
const hash = (value: string): string => createHash('sha256').update(value).digest('base64url')
