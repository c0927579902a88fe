import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Ask } from '@modellregion/kernel'
import { serviceSecret } from '../sign-in/secret.ts'

/** What a challenge is for, and for whose hands: an answer given elsewhere is worth nothing. */
export type Binding = { purpose: 'sign-in' | 'register' | 'lift' | 'pair'; of: string }

type Where = Pick<Ask, 'platform' | 'tenant' | 'now'>

const headLength = 20

/**
 * A challenge that is not stored: random part, end, and a seal over both, the town and the binding. `useKey` remembers what was
 * answered, so each counts once. So a page can be shown without writing anything.
 * @param seconds how long it may be answered
 */
export async function newChallenge(where: Where, binding: Binding, seconds: number): Promise<string> {
  const head = Buffer.concat([randomBytes(16), Buffer.alloc(4)])
  head.writeUInt32BE(Math.floor(where.now.getTime() / 1_000) + seconds, 16)
  return Buffer.concat([head, await sealOf(where, binding, head)]).toString('base64url')
}

/** The end of a challenge of ours for this very binding; undefined for every other one and for what is too old. */
export async function openChallenge(where: Where, binding: Binding, challenge: string): Promise<Date | undefined> {
  const bytes = Buffer.from(challenge, 'base64url')
  const head = bytes.subarray(0, headLength)
  const seal = await sealOf(where, binding, head)
  const given = bytes.subarray(headLength)
  if (given.length !== seal.length || !timingSafeEqual(given, seal)) return undefined
  const end = new Date(head.readUInt32BE(16) * 1_000)
  return end > where.now ? end : undefined
}

export const challengeHash = (challenge: string): string => createHash('sha256').update(challenge).digest('base64url')

async function sealOf({ platform, tenant }: Where, { purpose, of }: Binding, head: Buffer): Promise<Buffer> {
  const secret = await serviceSecret(platform)
  return createHmac('sha256', secret).update(['challenge', tenant.id, purpose, of, head.toString('base64url')].join('\n')).digest()
}
