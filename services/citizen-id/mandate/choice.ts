import type { MandateClaim } from '@modellregion/contracts'
import type { UnitOfWork } from '@modellregion/kernel'
import { platformClientId } from '../provider/clients.ts'
import type { TownAt } from '../provider/adapter.ts'
import { findChoice, findChoiceOfSession, findMandate, listActiveFor } from './queries.ts'
import { claimOf, isUsable, reachesClient } from './rules.ts'
import type { Mandate } from './schema.ts'

/** For whom a grant acts: for the person themself, for somebody else, or for somebody it may not act for any more. */
export type Standing = { for: 'self' } | { for: 'other'; claim: MandateClaim } | { for: 'nobody' }

/** Mandates under which a person may act at a client now. */
export async function usableMandates(db: UnitOfWork, personId: string, clientId: string): Promise<Mandate[]> {
  const active = await listActiveFor(db, personId)
  return active.filter((mandate) => isUsable(mandate, db.now) && reachesClient(mandate, clientId, clientId === platformClientId))
}

/** Looked up anew for every token: what was revoked a moment ago is not signed any more. */
export async function standingOf(db: UnitOfWork, grantId: string, personId: string, clientId: string): Promise<Standing> {
  const choice = await findChoice(db, grantId)
  if (!choice || choice.mandateId === null) return { for: 'self' }
  const mandate = await findMandate(db, choice.mandateId)
  const holds = mandate?.representativeId === personId && isUsable(mandate, db.now) && reachesClient(mandate, clientId, clientId === platformClientId)
  return holds ? { for: 'other', claim: claimOf(mandate) } : { for: 'nobody' }
}

/** Has the person in this session said for whom they act at this client, and does that still hold? */
export async function hasChosen(db: UnitOfWork, sessionUid: string, personId: string, clientId: string): Promise<boolean> {
  const choice = await findChoiceOfSession(db, sessionUid, clientId)
  return choice !== undefined && (await standingOf(db, choice.grantId, personId, clientId)).for !== 'nobody'
}

export const readIn = <T>({ platform, tenantId }: Pick<TownAt, 'platform' | 'tenantId'>, work: (db: UnitOfWork) => Promise<T>): Promise<T> =>
  platform.database.unit({ tenant: tenantId, service: 'citizen-id', access: 'read', now: platform.now() }, work)
