import { isLinkToken, linkToken, type Platform } from '@modellregion/kernel'

/** What a link of a mail may do with one follow or follower. */
export type Purpose = 'confirm' | 'stop' | 'manage'
type Keeper = Pick<Platform, 'database' | 'now'>

const use = 'open-data-follow'

export const tokenFor = (keeper: Keeper, tenant: string, purpose: Purpose, id: string): Promise<string> => linkToken(keeper, { use, tenant, purpose, id })
export const isTokenFor = (keeper: Keeper, tenant: string, purpose: Purpose, id: string, token: string): Promise<boolean> => isLinkToken(keeper, { use, tenant, purpose, id }, token)

/** Path of the page that ends mail about one thing, or all of it, by the id of the follow or the follower. */
export const stopPath = async (keeper: Keeper, tenant: string, id: string): Promise<string> => `/open-data/follow/stop/${id}?token=${await tokenFor(keeper, tenant, 'stop', id)}`
export const managePath = async (keeper: Keeper, tenant: string, id: string): Promise<string> => `/open-data/follow/manage/${id}?token=${await tokenFor(keeper, tenant, 'manage', id)}`
export const confirmPath = async (keeper: Keeper, tenant: string, id: string): Promise<string> => `/open-data/follow/confirm/${id}?token=${await tokenFor(keeper, tenant, 'confirm', id)}`
