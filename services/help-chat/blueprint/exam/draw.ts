import { createHmac, timingSafeEqual } from 'node:crypto'
import { newId, sharedSecret, type Ask } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'

type Asks = Pick<Ask, 'tenant' | 'actor' | 'now' | 'platform'>

const sign = async ({ tenant, actor, platform, now }: Asks, seed: string, day: string): Promise<string> =>
  createHmac('sha256', await sharedSecret(platform.database, 'help-chat', now))
    .update(['course test', tenant.id, actor.id ?? '', seed, day].join('\n'))
    .digest('base64url')

/** A fresh draw for this person, signed so that nobody picks their own questions. Travels in the form; nothing is stored. */
export async function newDraw(ask: Asks): Promise<string> {
  const seed = newId(ask.now)
  const day = localDate(ask.now)
  return `${seed}.${day}.${await sign(ask, seed, day)}`
}

/** The seed of a draw that was made for this person today or yesterday; else nothing, and a new test begins. */
export async function readDraw(ask: Asks, draw: string): Promise<string | undefined> {
  const [seed = '', day = '', signature = ''] = draw.split('.')
  const yesterday = localDate(new Date(ask.now.getTime() - 86_400_000))
  if (day !== localDate(ask.now) && day !== yesterday) return undefined
  const expected = Buffer.from(await sign(ask, seed, day))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given) ? seed : undefined
}
