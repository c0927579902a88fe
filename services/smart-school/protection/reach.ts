import type { Actor, UnitOfWork } from '@modellregion/kernel'
import { listSchoolsOfAccount } from '../store/queries.ts'
import { listViewDecisions } from './queries.ts'
import { isTownWide, reachOf, viewsOf, type Reach } from './rules.ts'
import { viewRoles, type ViewRole } from './schema.ts'

/** What the person who asks may see: which series, at which schools, and how closely. */
export async function reachOfActor(db: UnitOfWork, actor: Actor): Promise<Reach> {
  const roles = actor.roles.map(({ role }) => role)
  const own = viewRoles.filter((role): role is ViewRole => roles.includes(role))
  const reach = reachOf(roles, actor.id === undefined ? [] : await listSchoolsOfAccount(db, actor.id))
  if (own.length === 0) return reach
  const decisions = await listViewDecisions(db)
  const [views, wide] = [viewsOf(own, decisions), viewsOf(own.filter(isTownWide), decisions)]
  return { ...reach, ...(views.size > 0 && { views }), ...(reach.elsewhere && { elsewhere: { ...reach.elsewhere, ...(wide.size > 0 && { views: wide }) } }) }
}
