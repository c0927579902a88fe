import { covers } from '../../token/rules.ts'
import type { Capacity } from '../../organisation/queries.ts'
import type { Caller } from './caller.ts'

/** What the caller is to an organisation: a member of its staff, the town's administration, or nothing. */
export function capacityIn({ organisations, roles, memberships }: Caller, organisationId: string): Capacity | undefined {
  if (organisations.length > 0 && !organisations.includes(organisationId)) return undefined
  return roles.includes('town-admin') ? 'admin' : memberships.get(organisationId)
}

/** May see what is not public. */
export const maySee = (caller: Caller, organisationId: string): boolean => capacityIn(caller, organisationId) !== undefined

/** May write datasets: they go into the department's check. */
export const mayWrite = (caller: Caller, organisationId: string): boolean => covers(caller.scope, 'write') && ['admin', 'editor'].includes(capacityIn(caller, organisationId) ?? '')

/** May publish and withdraw without review. */
export const mayPublish = (caller: Caller, organisationId: string): boolean => mayWrite(caller, organisationId) && covers(caller.scope, 'publish')

/** May change the organisation itself and who belongs to it. */
export const mayManage = (caller: Caller, organisationId: string): boolean => capacityIn(caller, organisationId) === 'admin' && covers(caller.scope, caller.roles.includes('town-admin') ? 'admin' : 'publish')

/** May make and purge: the town's administration with a key for it. */
export const mayAdminister = ({ scope, roles }: Caller): boolean => roles.includes('town-admin') && covers(scope, 'admin')
