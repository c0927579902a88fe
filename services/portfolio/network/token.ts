import { createHmac, timingSafeEqual } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/** What a link of a letter may do without signing in. */
export type Purpose = 'confirm' | 'withdraw'
type Keeper = Pick<Platform, 'database' | 'now'>

/** Signs a link for one registration, so that nothing about it has to be stored: whoever has the link may do this one thing. */
export async function tokenFor({ database, now }: Keeper, tenant: string, purpose: Purpose, id: string): Promise<string> {
  return createHmac('sha256', await sharedSecret(database, 'portfolio-event', now())).update(`${tenant}\n${purpose}\n${id}`).digest('base64url')
}

export async function isTokenFor(keeper: Keeper, tenant: string, purpose: Purpose, id: string, token: string): Promise<boolean> {
  const expected = Buffer.from(await tokenFor(keeper, tenant, purpose, id))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Path of the page that a link of a letter opens. */
export const linkPath = async (keeper: Keeper, tenant: string, purpose: Purpose, id: string): Promise<string> => `/portfolio/event/registration/${id}/${purpose}?token=${await tokenFor(keeper, tenant, purpose, id)}`
