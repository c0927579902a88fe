import { createHmac, timingSafeEqual } from 'node:crypto'
import { sharedSecret, type Platform } from '@modellregion/kernel'

/** What a link from a mail may do without signing in. */
export type Purpose = 'confirm' | 'stop' | 'manage'

/** Signs a link of a mail, so that nothing about it has to be stored: whoever has the link may do this one thing with this one row. */
export async function tokenFor({ database, now }: Pick<Platform, 'database' | 'now'>, tenant: string, purpose: Purpose, id: string): Promise<string> {
  return createHmac('sha256', await sharedSecret(database, 'open-data-follow', now())).update(`${tenant}\n${purpose}\n${id}`).digest('base64url')
}

export async function isTokenFor(platform: Pick<Platform, 'database' | 'now'>, tenant: string, purpose: Purpose, id: string, token: string): Promise<boolean> {
  const expected = Buffer.from(await tokenFor(platform, tenant, purpose, id))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Path of the page that ends mail about one thing, or all of it, by the id of the follow or the follower. */
export const stopPath = async (platform: Pick<Platform, 'database' | 'now'>, tenant: string, id: string): Promise<string> => `/open-data/follow/stop/${id}?token=${await tokenFor(platform, tenant, 'stop', id)}`
export const managePath = async (platform: Pick<Platform, 'database' | 'now'>, tenant: string, id: string): Promise<string> => `/open-data/follow/manage/${id}?token=${await tokenFor(platform, tenant, 'manage', id)}`
export const confirmPath = async (platform: Pick<Platform, 'database' | 'now'>, tenant: string, id: string): Promise<string> => `/open-data/follow/confirm/${id}?token=${await tokenFor(platform, tenant, 'confirm', id)}`
