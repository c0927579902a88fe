import { isLinkToken, linkToken, type Platform } from '@modellregion/kernel'

/** What a link of a letter may do with one registration. */
export type Purpose = 'confirm' | 'withdraw'
type Keeper = Pick<Platform, 'database' | 'now'>

const use = 'portfolio-event'

export const isTokenFor = (keeper: Keeper, tenant: string, purpose: Purpose, id: string, token: string): Promise<boolean> => isLinkToken(keeper, { use, tenant, purpose, id }, token)

/** Path of the page that a link of a letter opens. */
export const linkPath = async (keeper: Keeper, tenant: string, purpose: Purpose, id: string): Promise<string> => `/portfolio/event/registration/${id}/${purpose}?token=${await linkToken(keeper, { use, tenant, purpose, id })}`
