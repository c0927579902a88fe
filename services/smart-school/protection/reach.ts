import type { Actor, UnitOfWork } from '@modellregion/kernel'
import { listSchoolsOfAccount } from '../store/queries.ts'
import { reachOf, type Reach } from './rules.ts'

/** What the person who asks may see. */
export const reachOfActor = async (db: UnitOfWork, actor: Actor): Promise<Reach> =>
  reachOf(actor.roles.map(({ role }) => role), actor.id === undefined ? [] : await listSchoolsOfAccount(db, actor.id))
