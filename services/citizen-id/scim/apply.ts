import { disableAccount, enableAccount, ensureAccount, findAccount, followDirectory, sensitiveRoles, type Platform, type Tenant, type UnitOfWork } from '@modellregion/kernel'
import { homeOf } from '../provider/instances.ts'
import { endSessions } from '../provider/end-sessions.ts'
import { listCredentials } from '../person/queries.ts'
import { invite } from '../staff/invitation.ts'
import * as queries from './queries.ts'
import { fullName } from './read-user.ts'

const mostRounds = 5

/**
 * Makes the platform's account of one person as the staff directory says: name, roles, open or closed. Who has left loses the
 * account, all sessions here and at every client, and all deputyships in this call. May be repeated; only differences are written.
 */
export async function applyUser(platform: Platform, town: Tenant, id: string): Promise<void> {
  // When the directory says something new meanwhile, what was just written is old already.
  for (let round = 0; round < mostRounds; round++) if (await applyOnce(platform, town, id)) return
  throw new Error(`The directory changes account ${id} faster than the platform can follow.`)
}

async function applyOnce(platform: Platform, town: Tenant, id: string): Promise<boolean> {
  const unit = <T>(service: 'platform' | 'citizen-id', access: 'read' | 'write', work: (db: UnitOfWork) => Promise<T>): Promise<T> => platform.database.unit({ tenant: town.id, service, access, now: platform.now() }, work)
  const state = await unit('citizen-id', 'read', async (db) => ({ user: await queries.findToApply(db, id), roles: await queries.listMappedRoles(db, id), keys: (await listCredentials(db, id)).length }))
  if (!state.user) return true
  const { user, roles, keys } = state
  const sensitive = sensitiveRoles(platform.registry.services)
  await unit('platform', 'write', async (db) => {
    await ensureAccount(db, { id, name: fullName(user).slice(0, 200), ...(user.email !== null && { email: user.email }) })
    const isOpen = (await findAccount(db, id))?.disabledAt === null
    await followDirectory(db, id, user.active ? roles : [], sensitive)
    if (!user.active && isOpen) await disableAccount(db, id)
    // Opened again only when it was the directory that had closed it: what an administrator has closed stays closed.
    if (user.active && !isOpen && user.appliedVersion > 0 && !user.appliedActive) await enableAccount(db, id)
  })
  if (!user.active) await endSessions(platform, town, homeOf(platform, town), { subject: id })
  return await unit('citizen-id', 'write', async (db) => {
    const noted = await queries.markApplied(db, id, user.version, user.active)
    if (noted?.version !== user.version) return noted === undefined
    const joins = user.active && !noted.appliedActive && keys === 0
    if (joins && user.email !== null) await invite(db, platform, town, { personId: id, name: fullName(user), email: user.email })
    return true
  })
}
