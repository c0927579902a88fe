import { audit } from '../audit/index.ts'
import type { Platform } from '../boot/platform.ts'
import { newId, NotFound, type UnitOfWork } from '../database/index.ts'
import { grantRole, revokeRole } from './accounts.ts'
import type { Actor, RoleGrant } from './actor.ts'
import { findAccount } from './queries/account.ts'
import * as queries from './queries/role.ts'
import { requestTerm, whyNotConfirm, whyNotDelegate, type DecisionRefusal, type DelegationRefusal } from './role-rules.ts'

const grantDetail = (role: string, organisation: string) => ({ role, ...(organisation !== '' && { organisation }) })

/** What somebody may do in a town now, read outside of any unit of work. Empty when the account is unknown or disabled. */
export async function rolesOf(platform: Pick<Platform, 'database' | 'now'>, tenant: string, accountId: string): Promise<readonly RoleGrant[]> {
  const account = await platform.database.unit({ tenant, service: 'platform', access: 'read', now: platform.now() }, (db) => findAccount(db, accountId))
  return account && account.disabledAt === null ? account.roles : []
}

export type GrantWish = { accountId: string; role: string; organisation?: string | undefined; until?: Date | undefined; reason?: string; source?: 'console' | 'directory' }

/** Gives an ordinary role at once; a sensitive one waits for a second person. `waits` also when the same wish waited before. */
export async function giveRole(db: UnitOfWork, wish: GrantWish, sensitive: ReadonlySet<string>): Promise<'given' | 'waits'> {
  const { accountId, role, organisation = '', until, reason = '', source = 'console' } = wish
  if (!sensitive.has(role)) {
    await grantRole(db, accountId, { role, until, reason, source, ...(organisation !== '' && { organisation }) })
    return 'given'
  }
  await askForSecondPerson(db, { accountId, role, organisation, validUntil: until, reason, source })
  return 'waits'
}

async function askForSecondPerson(db: UnitOfWork, wish: Omit<queries.NewRequest, 'id' | 'expiresAt'>): Promise<void> {
  await withdrawExpired(db)
  const made = await queries.insertRequest(db, { ...wish, id: newId(db.now), expiresAt: new Date(db.now.getTime() + requestTerm) })
  if (made > 0) await audit(db, { action: 'role.request', subject: `account/${wish.accountId}`, detail: { ...grantDetail(wish.role, wish.organisation), source: wish.source } })
}

/** The second pair of eyes says yes. @throws NotFound */
export async function confirmRequest(db: UnitOfWork, id: string, actor: Actor): Promise<DecisionRefusal | undefined> {
  const request = await queries.findRequest(db, id)
  if (!request) throw new NotFound()
  const refusal = whyNotConfirm(request, actor, db.now)
  if (refusal) return refusal
  await queries.decideRequest(db, id, 'confirmed')
  await audit(db, { action: 'role.confirm', subject: `account/${request.accountId}`, detail: { ...grantDetail(request.role, request.organisation), request: id, by: request.requestedBy ?? request.source } })
  if (request.delegatedFrom !== null && request.validFrom && request.validUntil) {
    const { accountId, delegatedFrom, role, organisation, validFrom, validUntil, reason } = request
    await insertNamed(db, { id: request.id, accountId, delegatedFrom, role, organisation, validFrom, validUntil, reason })
    return undefined
  }
  const source = request.source === 'directory' ? 'directory' : 'four-eyes'
  await grantRole(db, request.accountId, { role: request.role, until: request.validUntil ?? undefined, reason: request.reason, source, ...(request.organisation !== '' && { organisation: request.organisation }) })
  return undefined
}

/** The second person says no, or the first one takes the wish back. @throws NotFound */
export async function closeRequest(db: UnitOfWork, id: string, actor: Pick<Actor, 'id'>): Promise<'refused' | 'withdrawn'> {
  const request = await queries.findRequest(db, id)
  if (!request || request.decision !== null) throw new NotFound()
  const decision = request.requestedBy === actor.id ? 'withdrawn' : 'refused'
  await queries.decideRequest(db, id, decision)
  await audit(db, { action: `role.${decision === 'refused' ? 'refuse' : 'withdraw'}`, subject: `account/${request.accountId}`, detail: { ...grantDetail(request.role, request.organisation), request: id } })
  return decision
}

/** What the town's staff directory says an account may do: gives what is new, takes back what it gave and no longer says. */
export async function followDirectory(db: UnitOfWork, accountId: string, wanted: readonly { role: string; organisation: string }[], sensitive: ReadonlySet<string>): Promise<void> {
  const isWanted = (grant: { role: string; organisation: string }) => wanted.some(({ role, organisation }) => role === grant.role && organisation === grant.organisation)
  for (const grant of await queries.listDirectoryGrants(db, accountId)) if (!isWanted(grant)) await revokeRole(db, accountId, { role: grant.role, ...(grant.organisation !== '' && { organisation: grant.organisation }) })
  for (const request of await queries.listRequestsFor(db, accountId)) if (request.source === 'directory' && !isWanted(request)) await queries.decideRequest(db, request.id, 'withdrawn')
  const held = (await findAccount(db, accountId))?.roles ?? []
  for (const { role, organisation } of wanted)
    if (!held.some((grant) => grant.role === role && (grant.organisation ?? '') === organisation && grant.deputyFor === undefined)) await giveRole(db, { accountId, role, organisation, source: 'directory' }, sensitive)
}

export type DelegationOrder = { from: string; to: string; role: string; organisation: string; validFrom: Date; validUntil: Date; reason: string }

/** Hands a role on for a time. A sensitive one waits for a second person. @throws NotFound when one of the accounts is unknown */
export async function delegateRole(db: UnitOfWork, order: DelegationOrder, sensitive: ReadonlySet<string>): Promise<{ refusal: DelegationRefusal } | { done: 'given' | 'waits' }> {
  const [from, to] = [await findAccount(db, order.from), await findAccount(db, order.to)]
  if (!from || !to) throw new NotFound()
  const row = { accountId: to.id, delegatedFrom: from.id, role: order.role, organisation: order.organisation, validFrom: order.validFrom, validUntil: order.validUntil, reason: order.reason }
  const { n: overlapping } = await queries.countOverlapping(db, row)
  const refusal = whyNotDelegate({ ...order, roles: from.roles, to, overlapping }, db.now)
  if (refusal) return { refusal }
  if (!sensitive.has(order.role)) {
    await insertNamed(db, { ...row, id: newId(db.now) })
    return { done: 'given' }
  }
  await askForSecondPerson(db, { ...row, source: 'console' })
  return { done: 'waits' }
}

async function insertNamed(db: UnitOfWork, row: queries.NewDelegation): Promise<void> {
  if ((await queries.insertDelegation(db, row)) === 0) return
  const detail = { ...grantDetail(row.role, row.organisation), from: row.delegatedFrom, start: row.validFrom.toISOString(), until: row.validUntil.toISOString() }
  await audit(db, { action: 'role.delegate', subject: `account/${row.accountId}`, detail })
}

/** Either side ends it, at any time; before it began it never begins. @throws NotFound when it is not theirs, or over */
export async function endDelegation(db: UnitOfWork, id: string, by: { id: string } | 'console'): Promise<void> {
  const delegation = await queries.findDelegation(db, id)
  const theirs = by === 'console' || delegation?.accountId === by.id || delegation?.delegatedFrom === by.id
  if (!delegation || !theirs || (await queries.closeDelegation(db, id)) === 0) throw new NotFound()
  const declined = by !== 'console' && delegation.accountId === by.id
  await audit(db, { action: declined ? 'role.decline' : 'role.end-delegation', subject: `account/${delegation.accountId}`, detail: { ...grantDetail(delegation.role, delegation.organisation), from: delegation.delegatedFrom } })
}

/** Nightly: roles whose time is over leave the list. They had stopped to count at their moment. */
export async function endRoles(db: UnitOfWork): Promise<void> {
  for (const { accountId, role, organisation } of await queries.deleteExpiredGrants(db)) await audit(db, { action: 'role.expire', subject: `account/${accountId}`, detail: grantDetail(role, organisation) })
  await withdrawExpired(db)
}

async function withdrawExpired(db: UnitOfWork): Promise<void> {
  for (const { id, accountId, role } of await queries.withdrawExpiredRequests(db)) await audit(db, { action: 'role.request-expire', subject: `account/${accountId}`, detail: { role, request: id } })
}
