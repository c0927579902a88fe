import { audit, findAccount, findStaff, type UnitOfWork } from '@modellregion/kernel'
import { objectsIn, type Loose } from '../../../ckan/loose.ts'
import { dropMember, listMembersOf, putMember, type Capacity } from '../../../organisation/queries.ts'
import { denied, invalid, notFound } from '../../failure.ts'
import { action, type Actions, type Call, type Told } from '../action.ts'
import { callerOf, type Caller } from '../caller.ts'
import { idOf, requiredParam, textParam, type Params } from '../params.ts'
import { mayManage } from '../rights.ts'
import { getOrganisation } from './organisation-actions.ts'
import { revisePackage } from './package-actions.ts'
import { toldOf } from './save.ts'
import { isUuid } from './rules.ts'

/** People in organisations, and datasets in themes: CKAN calls both members. */
export const memberWriting: Actions = {
  organization_member_create: action('Takes a person into an organisation. Parameters: id, username (account id, mail address or name of a member of staff), role (admin, editor, member).', (call, params) =>
    take(call, 'organization_member_create', idOf(params), requiredParam(params, 'username'), requiredParam(params, 'role')),
  ),
  organization_member_delete: action('Lets a person leave an organisation. Parameters: id, username.', (call, params) => letGo(call, 'organization_member_delete', idOf(params), requiredParam(params, 'username'))),
  member_create: action('Adds a person to an organisation or a dataset to a theme. Parameters: id, object, object_type (user or package), capacity.', (call, params) =>
    kindOf(params) === 'package' ? inTheme(call, 'member_create', params, true) : take(call, 'member_create', idOf(params), requiredParam(params, 'object'), requiredParam(params, 'capacity')),
  ),
  member_delete: action('Takes a person out of an organisation or a dataset out of a theme. Parameters: id, object, object_type (user or package).', (call, params) =>
    kindOf(params) === 'package' ? inTheme(call, 'member_delete', params, false) : letGo(call, 'member_delete', idOf(params), requiredParam(params, 'object')),
  ),
}

function kindOf(params: Params): 'user' | 'package' {
  const kind = requiredParam(params, 'object_type')
  if (kind !== 'user' && kind !== 'package') throw invalid({ object_type: [`${kind} is not a type of member here`] })
  return kind
}

const capacities: readonly string[] = ['admin', 'editor', 'member'] satisfies Capacity[]
const isCapacity = (text: string): text is Capacity => capacities.includes(text)

async function take(call: Call, name: string, organisation: string, person: string, capacity: string): Promise<Told> {
  const caller = await callerOf(call, name)
  if (!isCapacity(capacity)) throw invalid({ role: ['role does not exist.'] })
  const accountId = await accountOf(call, caller, person)
  const row = await call.write(caller, async (db) => {
    const found = await managed(db, caller, organisation)
    await putMember(db, found.id, accountId, capacity)
    await audit(db, { action: 'organisation.admit', subject: found.id, detail: { account: accountId, capacity } })
    return found
  })
  return { result: JSON.stringify({ id: `${row.id}/${accountId}`, group_id: row.id, table_id: accountId, table_name: 'user', capacity, state: 'active' }), changed: { organizations: [row.id] } }
}

async function letGo(call: Call, name: string, organisation: string, person: string): Promise<Told> {
  const caller = await callerOf(call, name)
  const accountId = await accountOf(call, caller, person)
  const id = await call.write(caller, async (db) => {
    const found = await managed(db, caller, organisation)
    const left = (await listMembersOf(db, found.id)).some((member) => member.accountId === accountId)
    if (!left) throw notFound('There is no such member of the organization')
    await dropMember(db, found.id, accountId)
    await audit(db, { action: 'organisation.release', subject: found.id, detail: { account: accountId } })
    return found.id
  })
  return { result: 'null', changed: { organizations: [id] } }
}

async function managed(db: UnitOfWork, caller: Caller, organisation: string): Promise<{ id: string }> {
  const row = await getOrganisation(db, organisation)
  if (!mayManage(caller, row.id)) throw denied(`User ${caller.id} not authorized to edit members of organization ${row.id}`)
  return row
}

// Accounts have no user names here: an id, or the exact mail address or name of somebody who works for the town.
async function accountOf(call: Call, caller: Caller, person: string): Promise<string> {
  const found = await call.inPlatform(caller, async (db) => (isUuid(person) ? [await findAccount(db, person)].flatMap((account) => account ?? []) : await findStaff(db, person)))
  const [account] = found
  if (!account || found.length > 1) throw invalid({ username: [found.length > 1 ? 'Several people have this name: send the account id or the mail address' : 'User not found'] })
  return account.id
}

async function inTheme(call: Call, name: string, params: Params, isIn: boolean): Promise<Told> {
  const group = idOf(params)
  const capacity = textParam(params, 'capacity') ?? ''
  const saved = await revisePackage(call, name, requiredParam(params, 'object'), (pack) => {
    const others = objectsIn(pack, 'groups').filter((one: Loose) => one['name'] !== group && one['id'] !== group)
    return { ...pack, groups: isIn ? [...others, { name: group }] : others, extras: objectsIn(pack, 'extras').filter(({ key }) => key !== 'theme') }
  })
  return toldOf(saved, { id: `${group}/${saved.seen.id}`, group_id: group, table_id: saved.seen.id, table_name: 'package', capacity, state: isIn ? 'active' : 'deleted' })
}
