import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../boot/platform.ts'
import { sharedSecret } from './secret.ts'

type Keeper = Pick<Platform, 'database' | 'now'>

/** What a link of a letter may do without signing in: one thing with one row of one town. */
export type SignedLink = {
  /** Whose links these are, such as `open-data-follow`: each use has a secret of its own. */
  readonly use: string
  readonly tenant: string
  /** `confirm`, `withdraw`: a word of the use. */
  readonly purpose: string
  readonly id: string
}

/**
 * The token of a link, so that nothing about it has to be stored. It does not end by itself: it opens nothing once its row is gone.
 * A page that such a link opens changes nothing; programs that open links of letters in advance are no people.
 */
export async function linkToken({ database, now }: Keeper, { use, tenant, purpose, id }: SignedLink): Promise<string> {
  return createHmac('sha256', await sharedSecret(database, use, now())).update(`${tenant}\n${purpose}\n${id}`).digest('base64url')
}

/** Whether somebody who comes with this token has the link. Compares in the same time for all that are wrong. */
export async function isLinkToken(keeper: Keeper, link: SignedLink, token: string): Promise<boolean> {
  const expected = Buffer.from(await linkToken(keeper, link))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
