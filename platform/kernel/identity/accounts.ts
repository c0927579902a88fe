import { audit } from '../audit/index.ts'
import { newId, type UnitOfWork } from '../database/index.ts'
import type { RoleGrant } from './actor.ts'
import { deleteAccount, findLinked, getAccount, insertAccount, insertLink, setDisabled, updateAccount, type Account } from './queries/account.ts'
import { closeDelegationsOf, deleteGrant, insertGrant, type NewGrant } from './queries/role.ts'
import { endSessionsOf } from './queries/session.ts'

/** What a provider says about a person, already verified. */
export type Identity = { issuer: string; subject: string; name: string; email?: string; /** The town's own provider names the account itself. */ accountId?: string }

/**
 * The account of whoever signed in at a provider: known by issuer and subject only. A mail address never joins two accounts,
 * because whoever controls a mailbox at one provider would own the account made at another.
 */
export async function accountFor(db: UnitOfWork, { issuer, subject, name, email, accountId }: Identity): Promise<Account> {
  const person = { name: name.slice(0, 200), ...(email !== undefined && { email }) }
  const known = await findLinked(db, issuer, subject)
  if (known) {
    await updateAccount(db, { id: known.accountId, ...person })
    return await getAccount(db, known.accountId)
  }
  const id = accountId ?? newId(db.now)
  const made = await insertAccount(db, { id, ...person })
  if ((await insertLink(db, issuer, subject, id)) === 0) {
    // Two first sign-ins at the same moment: the other one's account counts.
    if (made > 0) await deleteAccount(db, id)
    const winner = await findLinked(db, issuer, subject)
    return await getAccount(db, winner?.accountId ?? id)
  }
  if (made === 0) return await getAccount(db, id) // the town's own provider under another address of the town
  await insertGrant(db, id, { role: 'citizen' })
  await audit(db, { action: 'account.create', subject: `account/${id}`, detail: { issuer } })
  return await getAccount(db, id)
}

/** Gives a role at once. Powerful ones go through `requestRole`; this is for the command line and for what two people have confirmed. */
export async function grantRole(db: UnitOfWork, accountId: string, { role, organisation, until, source, reason }: NewGrant): Promise<void> {
  const given = await insertGrant(db, accountId, { role, organisation, until, reason, ...(source !== undefined && { source }) })
  if (given === 0) return
  const detail = { role, ...(organisation !== undefined && { organisation }), ...(until !== undefined && { until: until.toISOString() }), ...(source !== undefined && { source }) }
  await audit(db, { action: 'role.grant', subject: `account/${accountId}`, detail })
}

export async function revokeRole(db: UnitOfWork, accountId: string, grant: RoleGrant): Promise<void> {
  const { role, organisation } = grant
  if (await deleteGrant(db, accountId, grant)) await audit(db, { action: 'role.revoke', subject: `account/${accountId}`, detail: { role, ...(organisation !== undefined && { organisation }) } })
}

/** Closes the door at once: all sessions and deputyships end, and nobody gets in with this account until it is enabled again. */
export async function disableAccount(db: UnitOfWork, accountId: string): Promise<void> {
  await setDisabled(db, accountId, db.now)
  await endSessionsOf(db, accountId)
  await closeDelegationsOf(db, accountId)
  await audit(db, { action: 'account.disable', subject: `account/${accountId}` })
}

export async function enableAccount(db: UnitOfWork, accountId: string): Promise<void> {
  await setDisabled(db, accountId, null)
  await audit(db, { action: 'account.enable', subject: `account/${accountId}` })
}
