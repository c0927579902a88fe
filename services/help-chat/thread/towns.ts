import type { Ask, UnitOfWork } from '@modellregion/kernel'
import type { Confidant } from '../office/schema.ts'
import { confidantEverywhere, confidantIn, unitIn, type Self } from '../office/towns.ts'

type Asks = Pick<Ask, 'tenant' | 'actor' | 'platform'>

/** Account and home town of whoever is signed in. A mandate is for somebody else's matters; nobody is a confidant for somebody else. */
export const selfOf = ({ tenant, actor }: Asks): Self | undefined => (actor.id === undefined || actor.mandate ? undefined : { homeTown: tenant.id, accountId: actor.id })

/** The confidant whom the signed-in person is in a town, if they serve it now. The only door from one town to the cases of another; office/towns.ts says what must hold. */
export async function servingIn(ask: Asks, town: string): Promise<Confidant | undefined> {
  const self = selfOf(ask)
  return self && (await confidantIn(ask.platform, self, town))
}

export async function servingEverywhere(ask: Asks): Promise<{ town: string; townName: string; confidant: Confidant }[]> {
  const self = selfOf(ask)
  return self ? await confidantEverywhere(ask.platform, self) : []
}

/** A unit of work of this service in a town that `servingIn` has allowed. The audit names the account only where it belongs to the town. */
export const inTown = <T>(ask: Asks, town: string, access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  unitIn(ask.platform, town, access, work, town === ask.tenant.id ? ask.actor.id : undefined)

