import { audit, enqueue, newId, type UnitOfWork } from '@modellregion/kernel'
import { keyOf } from './attributes.ts'
import { applyUsers, mostPerJob } from './jobs.ts'
import * as queries from './queries.ts'
import type { GroupAttributes, Read, ScimGroup, ScimProblem, ScimUser, UserAttributes } from './schema.ts'

const refused = (status: number, detail: string, scimType?: ScimProblem['scimType']): { ok: false; problem: ScimProblem } => ({ ok: false, problem: { status, detail, ...(scimType && { scimType }) } })
const nameTaken = refused(409, 'This "userName" belongs to somebody else.', 'uniqueness')
const groupTaken = refused(409, 'There is a group of this "displayName".', 'uniqueness')
const gone = (what: string) => refused(404, `There is no such ${what}.`)
const changedMeanwhile = refused(412, 'The resource has changed since this version.')

// What changes here must change the platform's account as well. The order is part of the same transaction: it survives whatever happens to this process.
async function orderApplying(db: UnitOfWork, ids: readonly string[]): Promise<void> {
  await queries.raiseVersions(db, ids)
  for (let start = 0; start < ids.length; start += mostPerJob) await enqueue(db, applyUsers, { ids: ids.slice(start, start + mostPerJob) })
}

/** A joiner: person and directory entry together or not at all. */
export async function addUser(db: UnitOfWork, user: UserAttributes): Promise<Read<ScimUser>> {
  const id = newId(db.now)
  if ((await queries.countNamesake(db, id, keyOf(user.userName))).n > 0) return nameTaken
  await queries.insertStaffPerson(db, id, user)
  if ((await queries.insertUser(db, id, keyOf(user.userName), user)) === 0) throw new Error('Two requests add the same user name at the same moment.') // rolls the person back; the directory asks again and gets 409
  await orderApplying(db, [id])
  const made = await queries.findUser(db, id)
  await audit(db, { action: 'directory.join', subject: `account/${id}`, detail: { active: user.active } })
  return found(made, 'user')
}

const found = <T>(thing: T | undefined, what: string): Read<T> => (thing === undefined ? gone(what) : { ok: true, value: thing })

/** @param expected versions of `If-Match`; undefined: any */
export async function changeUser(db: UnitOfWork, id: string, expected: readonly number[] | undefined, change: (before: ScimUser) => Read<UserAttributes>): Promise<Read<ScimUser>> {
  const before = await queries.findUser(db, id, { lock: true })
  if (!before) return gone('user')
  if (expected && !expected.includes(before.version)) return changedMeanwhile
  const after = change(before)
  if (!after.ok) return after
  if (same(before, after.value)) return { ok: true, value: before }
  const key = keyOf(after.value.userName)
  if ((await queries.countNamesake(db, id, key)).n > 0) return nameTaken
  await queries.updateUser(db, id, key, after.value)
  await queries.updateStaffPerson(db, id, after.value)
  await orderApplying(db, [id])
  const changed = await queries.findUser(db, id)
  const action = before.active === after.value.active ? 'directory.change' : after.value.active ? 'directory.return' : 'directory.leave'
  await audit(db, { action, subject: `account/${id}` })
  return found(changed, 'user')
}

const fields = ['userName', 'externalId', 'givenNames', 'familyName', 'displayName', 'email', 'active'] as const
const same = (a: UserAttributes, b: UserAttributes): boolean => fields.every((field) => a[field] === b[field])

/** A leaver for good: the directory no longer knows the user. Nothing is erased here: files keep naming who worked on them. */
export async function removeUser(db: UnitOfWork, id: string, expected: readonly number[] | undefined): Promise<Read<undefined>> {
  const before = await queries.findUser(db, id, { lock: true })
  if (!before) return gone('user')
  if (expected && !expected.includes(before.version)) return changedMeanwhile
  await queries.deleteUser(db, id)
  await queries.updateStaffPerson(db, id, { ...before, active: false })
  await queries.deleteMembershipsOf(db, id)
  await orderApplying(db, [id])
  await audit(db, { action: 'directory.remove', subject: `account/${id}` })
  return { ok: true, value: undefined }
}

export type Regrouped = { group: ScimGroup; /** Users whose roles may be others now. */ touched: string[] }

export async function addGroup(db: UnitOfWork, group: GroupAttributes): Promise<Read<Regrouped>> {
  const id = newId(db.now)
  const key = keyOf(group.displayName)
  if ((await queries.countGroupNamesake(db, id, key)).n > 0) return groupTaken
  const strangers = await unknownOf(db, group.members)
  if (strangers) return strangers
  if ((await queries.insertGroup(db, { id, key, label: group.displayName, externalId: group.externalId })) === 0) return groupTaken
  if (group.members.length > 0) await queries.insertMembers(db, id, group.members)
  await orderApplying(db, group.members)
  const made = await queries.findGroup(db, id)
  await audit(db, { action: 'directory.group', subject: `directory-group/${id}`, detail: { added: group.members.length, removed: 0 } })
  return made ? { ok: true, value: { group: made, touched: group.members } } : gone('group')
}

export async function changeGroup(db: UnitOfWork, id: string, expected: readonly number[] | undefined, change: (before: GroupAttributes) => Read<GroupAttributes>): Promise<Read<Regrouped>> {
  const before = await queries.findGroup(db, id, { lock: true })
  if (!before) return gone('group')
  if (expected && !expected.includes(before.version)) return changedMeanwhile
  const had = before.members.map((member) => member.id)
  const after = change({ displayName: before.displayName, externalId: before.externalId, members: had })
  if (!after.ok) return after
  const { displayName, externalId, members } = after.value
  const added = members.filter((one) => !had.includes(one))
  const removed = had.filter((one) => !members.includes(one))
  const renamed = displayName !== before.displayName
  if (added.length === 0 && removed.length === 0 && !renamed && externalId === before.externalId) return { ok: true, value: { group: before, touched: [] } }
  if (renamed && (await queries.countGroupNamesake(db, id, keyOf(displayName))).n > 0) return groupTaken
  const strangers = await unknownOf(db, added)
  if (strangers) return strangers
  if (removed.length > 0) await queries.deleteMembers(db, id, removed)
  if (added.length > 0) await queries.insertMembers(db, id, added)
  await queries.updateGroup(db, { id, label: displayName, key: keyOf(displayName), externalId })
  // Another name is another mapping: everybody in the group may have other roles.
  const touched = renamed ? [...new Set([...had, ...members])] : [...added, ...removed]
  await orderApplying(db, touched)
  const changed = await queries.findGroup(db, id)
  await audit(db, { action: 'directory.group', subject: `directory-group/${id}`, detail: { added, removed } })
  return changed ? { ok: true, value: { group: changed, touched } } : gone('group')
}

async function unknownOf(db: UnitOfWork, ids: readonly string[]): Promise<{ ok: false; problem: ScimProblem } | undefined> {
  if (ids.length === 0) return undefined
  const known = new Set((await queries.listKnownUsers(db, ids)).map(({ id }) => id))
  const stranger = ids.find((id) => !known.has(id))
  return stranger === undefined ? undefined : refused(400, `There is no user ${stranger.slice(0, 80)}.`, 'invalidValue')
}

export async function removeGroup(db: UnitOfWork, id: string, expected: readonly number[] | undefined): Promise<Read<string[]>> {
  const before = await queries.findGroup(db, id, { lock: true })
  if (!before) return gone('group')
  if (expected && !expected.includes(before.version)) return changedMeanwhile
  const touched = before.members.map((member) => member.id)
  await queries.deleteGroup(db, id)
  await orderApplying(db, touched)
  await audit(db, { action: 'directory.group-remove', subject: `directory-group/${id}`, detail: { removed: touched } })
  return { ok: true, value: touched }
}

/** What a group of this name may do from now on. False when it is so already. */
export async function mapGroup(db: UnitOfWork, mapping: { label: string; role: string; organisation: string }): Promise<boolean> {
  const key = keyOf(mapping.label)
  if ((await queries.insertMapping(db, { ...mapping, id: newId(db.now), key })) === 0) return false
  await orderApplying(db, (await queries.listMembersOfLabel(db, key)).map(({ id }) => id))
  await audit(db, { action: 'directory.map', subject: `role/${mapping.role}`, detail: { group: mapping.label, organisation: mapping.organisation } })
  return true
}

export async function unmapGroup(db: UnitOfWork, id: string): Promise<boolean> {
  const mapping = await queries.deleteMapping(db, id)
  if (!mapping) return false
  await orderApplying(db, (await queries.listMembersOfLabel(db, keyOf(mapping.label))).map((one) => one.id))
  await audit(db, { action: 'directory.unmap', subject: `role/${mapping.role}`, detail: { group: mapping.label, organisation: mapping.organisation } })
  return true
}
