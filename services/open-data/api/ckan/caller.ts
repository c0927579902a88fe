import type { Ask } from '@modellregion/kernel'
import { membershipsOf, type Capacity } from '../../organisation/queries.ts'
import { actorOfRequest } from '../../token/actor.ts'
import type { Scope } from '../../token/schema.ts'
import { denied } from '../failure.ts'
import type { Call } from './action.ts'

/** Whoever calls with a key: the account, what the key allows, and the organisations the account belongs to. */
export type Caller = {
  readonly id: string
  readonly name: string
  readonly tokenId: string
  readonly scope: Scope
  readonly roles: readonly string[]
  /** Ids of the organisations the key is for; empty: all. */
  readonly organisations: readonly string[]
  readonly memberships: ReadonlyMap<string, Capacity>
}

type Asked = Pick<Ask<unknown, unknown, unknown>, 'headers' | 'tenant' | 'now' | 'platform'>

export async function findCaller(ask: Asked): Promise<Caller | undefined> {
  const actor = await actorOfRequest(ask)
  if (!actor) return undefined
  const { rows: memberships } = await ask.platform.database.statement({ tenant: ask.tenant.id, service: 'open-data', access: 'read', now: ask.now }, membershipsOf({ tenant: ask.tenant.id }, actor.id))
  return {
    id: actor.id,
    name: actor.name ?? '',
    tokenId: actor.token.id,
    scope: actor.token.scope,
    roles: actor.roles.map(({ role }) => role),
    organisations: actor.token.organisations,
    memberships: new Map(memberships.map(({ organisationId, capacity }) => [organisationId, capacity])),
  }
}

/** The caller, who must have a key. @throws ApiFailure */
export async function callerOf(call: Pick<Call, 'caller'>, action: string): Promise<Caller> {
  const caller = await call.caller()
  if (!caller) throw denied(`Action ${action} requires an authenticated user`)
  return caller
}
