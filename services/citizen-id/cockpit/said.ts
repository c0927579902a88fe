import type { PageT } from '../locales/index.ts'
import { platformClientId } from '../provider/clients.ts'
import type { Use } from './schema.ts'

/** Data that left, in words: known scopes and claims by their word, others as they are called. */
export const claimWords = (t: PageT, claims: readonly string[]): string[] => claims.filter((claim) => claim !== 'openid' && claim !== 'offline_access').map((claim) => t.find(`sign-in.scope.${claim}`) ?? t.find(`cockpit.claim.${claim}`) ?? claim)

export const methodWord = (t: PageT, method: string): string => t.find(`cockpit.method.${method}`) ?? method

/** The platform is registered without a name of its own: there the town asks. */
export const officeName = (town: string, clientId: string, name: string | null): string => (clientId === platformClientId ? town : (name ?? clientId))

export const useLine = (t: PageT, use: Use): string[] => [
  use.createdAt.toISOString(),
  use.clientName,
  claimWords(t, use.claims).join(', '),
  use.purpose,
  use.legalBasis,
  t(`level.${use.level}`),
  methodWord(t, use.method),
  use.behalf ?? '',
]
