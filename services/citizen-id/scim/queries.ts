import { sql, type UnitOfWork } from '@modellregion/kernel'
import type { Condition } from './filter.ts'
import type { Mapping, ScimGroup, ScimUser, Token, TokenScope, UserAttributes } from './schema.ts'

type RawBuilder = ReturnType<typeof sql>

// ── tokens ──

const tokenColumns = sql`id, label, scope, expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt", created_at as "createdAt"`

export const listTokens = (db: UnitOfWork): Promise<Token[]> =>
  db.many(sql<Token>`select ${tokenColumns} from citizen_id.scim_token where tenant_id = ${db.tenant} order by created_at desc limit 100`)

/** A token that counts now. */
export const findToken = (db: UnitOfWork, hash: string): Promise<Token | undefined> =>
  db.maybe(sql<Token>`select ${tokenColumns} from citizen_id.scim_token where tenant_id = ${db.tenant} and token_hash = ${hash} and revoked_at is null and expires_at > ${db.now}`)

export const insertToken = (db: UnitOfWork, token: { id: string; label: string; hash: string; scope: TokenScope; expiresAt: Date }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.scim_token (tenant_id, id, label, token_hash, scope, expires_at, made_by, created_at)
    values (${db.tenant}, ${token.id}, ${token.label}, ${token.hash}, ${token.scope}, ${token.expiresAt}, ${db.actor ?? null}, ${db.now}) on conflict (tenant_id, id) do nothing`)

export const revokeToken = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update citizen_id.scim_token set revoked_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id} and revoked_at is null`)

export const touchToken = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`update citizen_id.scim_token set last_used_at = ${db.now} where tenant_id = ${db.tenant} and id = ${id}`)

// ── users ──

const userColumns = (db: UnitOfWork) => sql`u.id, u.external_id as "externalId", u.user_name as "userName", u.given_names as "givenNames", u.family_name as "familyName",
  u.display_name as "displayName", u.email, u.active, u.version, u.created_at as "createdAt", u.modified_at as "modifiedAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'label', g.label) order by g.label) from citizen_id.scim_member m
    join citizen_id.scim_group g on g.tenant_id = ${db.tenant} and g.id = m.group_id where m.tenant_id = ${db.tenant} and m.user_id = u.id), '[]') as groups`

/** With a lock, so that two changes at once come one after the other. */
export const findUser = async (db: UnitOfWork, id: string, { lock = false } = {}): Promise<ScimUser | undefined> => {
  if (lock) await db.maybe(sql`select id from citizen_id.scim_user where tenant_id = ${db.tenant} and id = ${id} for update`)
  return await db.maybe(sql<ScimUser>`select ${userColumns(db)} from citizen_id.scim_user u where u.tenant_id = ${db.tenant} and u.id = ${id} and u.deleted_at is null`)
}

type Page = { from: number; size: number }
type Paged<T> = { total: number; rows: T[] }

/** Undefined when a condition names an attribute by which nobody can be found. */
export async function findUsers(db: UnitOfWork, conditions: readonly Condition[], { from, size }: Page): Promise<Paged<ScimUser> | undefined> {
  const clauses = conditions.map(userClause)
  if (clauses.some((clause) => clause === undefined)) return undefined
  const where = sql`u.tenant_id = ${db.tenant} and u.deleted_at is null ${joined(clauses)}`
  const { total } = await db.one(sql<{ total: number }>`select count(*)::int as total from citizen_id.scim_user u where ${where}`)
  const rows = size === 0 ? [] : await db.many(sql<ScimUser>`select ${userColumns(db)} from citizen_id.scim_user u where ${where} order by u.created_at, u.id limit ${size} offset ${from}`)
  return { total, rows }
}

function userClause({ path, value }: Condition): RawBuilder | undefined {
  switch (path) {
    case 'username':
      return sql`u.user_name_key = ${String(value).normalize('NFKC').trim().toLowerCase()}`
    case 'externalid':
      return sql`u.external_id = ${String(value)}`
    case 'id':
      return sql`u.id::text = ${String(value).toLowerCase()}`
    case 'active':
      return sql`u.active = ${value === true || String(value).toLowerCase() === 'true'}`
    case 'emails':
    case 'emails.value':
      return sql`lower(u.email) = ${String(value).toLowerCase()}`
    default:
      return undefined
  }
}

const joined = (clauses: readonly (RawBuilder | undefined)[]): RawBuilder => clauses.reduce<RawBuilder>((all, clause) => (clause ? sql`${all} and ${clause}` : all), sql``)

/** 0 when the user name is taken. */
export const insertUser = (db: UnitOfWork, id: string, key: string, user: UserAttributes): Promise<number> =>
  db.run(sql`
    insert into citizen_id.scim_user (tenant_id, id, external_id, user_name, user_name_key, given_names, family_name, display_name, email, active, modified_at, created_at)
    values (${db.tenant}, ${id}, ${user.externalId}, ${user.userName}, ${key}, ${user.givenNames}, ${user.familyName}, ${user.displayName}, ${user.email}, ${user.active}, ${db.now}, ${db.now})
    on conflict do nothing`)

export const countNamesake = (db: UnitOfWork, id: string, key: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from citizen_id.scim_user where tenant_id = ${db.tenant} and user_name_key = ${key} and deleted_at is null and id <> ${id}`)

export const updateUser = (db: UnitOfWork, id: string, key: string, user: UserAttributes): Promise<number> =>
  db.run(sql`
    update citizen_id.scim_user set external_id = ${user.externalId}, user_name = ${user.userName}, user_name_key = ${key}, given_names = ${user.givenNames}, family_name = ${user.familyName},
      display_name = ${user.displayName}, email = ${user.email}, active = ${user.active}, modified_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id}`)

/** The directory has forgotten the user; the person is kept, without a way in. */
export const deleteUser = (db: UnitOfWork, id: string): Promise<number> =>
  db.run(sql`
    update citizen_id.scim_user set deleted_at = ${db.now}, active = false, modified_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${id} and deleted_at is null`)

export const deleteMembershipsOf = (db: UnitOfWork, userId: string): Promise<number> => db.run(sql`delete from citizen_id.scim_member where tenant_id = ${db.tenant} and user_id = ${userId}`)

// ── the person behind a user ──

export const insertStaffPerson = (db: UnitOfWork, id: string, user: UserAttributes): Promise<number> =>
  db.run(sql`
    insert into citizen_id.person (tenant_id, id, given_names, family_name, email, email_verified_at, proofed_level, proofed_by, locked_at, last_used_at, created_at)
    values (${db.tenant}, ${id}, ${user.givenNames}, ${user.familyName}, ${user.email}, ${db.now}, 'low', 'scim', ${user.active ? null : db.now}, ${db.now}, ${db.now})
    on conflict (tenant_id, id) do nothing`)

/** Name and address follow the directory; whoever is not active has no way in. */
export const updateStaffPerson = (db: UnitOfWork, id: string, user: UserAttributes): Promise<number> =>
  db.run(sql`
    update citizen_id.person set given_names = ${user.givenNames}, family_name = ${user.familyName}, email = ${user.email}, locked_at = ${user.active ? null : db.now}
    where tenant_id = ${db.tenant} and id = ${id}`)

// ── taking over into the platform ──

export type ToApply = UserAttributes & { id: string; version: number; appliedVersion: number; appliedActive: boolean; deleted: boolean }

export const findToApply = (db: UnitOfWork, id: string): Promise<ToApply | undefined> =>
  db.maybe(sql<ToApply>`
    select id, external_id as "externalId", user_name as "userName", given_names as "givenNames", family_name as "familyName", display_name as "displayName", email, active, version,
      applied_version as "appliedVersion", applied_active as "appliedActive", deleted_at is not null as deleted
    from citizen_id.scim_user where tenant_id = ${db.tenant} and id = ${id}`)

/** Something about the user has changed, their groups included: the version rises, and the platform has to follow. */
export const raiseVersions = (db: UnitOfWork, ids: readonly string[]): Promise<number> =>
  db.run(sql`update citizen_id.scim_user set version = version + 1, modified_at = ${db.now} where tenant_id = ${db.tenant} and id::text = any(${[...ids]})`)

/** Writes down what the platform has taken over, and says what was so before; locked, so that one of two notes it. */
export const markApplied = async (db: UnitOfWork, id: string, version: number, active: boolean): Promise<{ version: number; appliedActive: boolean } | undefined> => {
  const before = await db.maybe(sql<{ version: number; appliedActive: boolean }>`
    select version, applied_active as "appliedActive" from citizen_id.scim_user where tenant_id = ${db.tenant} and id = ${id} for update`)
  if (before?.version === version) await db.run(sql`update citizen_id.scim_user set applied_version = ${version}, applied_active = ${active} where tenant_id = ${db.tenant} and id = ${id}`)
  return before
}

/** What the groups of a user allow here. */
export const listMappedRoles = (db: UnitOfWork, userId: string): Promise<{ role: string; organisation: string }[]> =>
  db.many(sql`
    select distinct p.role, p.organisation from citizen_id.scim_member m
    join citizen_id.scim_group g on g.tenant_id = ${db.tenant} and g.id = m.group_id
    join citizen_id.scim_mapping p on p.tenant_id = ${db.tenant} and p.label_key = g.label_key
    where m.tenant_id = ${db.tenant} and m.user_id = ${userId}`)

// ── groups ──

const groupColumns = (db: UnitOfWork, members: boolean) => sql`g.id, g.label as "displayName", g.external_id as "externalId", g.version, g.created_at as "createdAt", g.modified_at as "modifiedAt",
  ${members ? sql`coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'userName', u.user_name) order by u.user_name_key) from citizen_id.scim_member m
    join citizen_id.scim_user u on u.tenant_id = ${db.tenant} and u.id = m.user_id where m.tenant_id = ${db.tenant} and m.group_id = g.id), '[]')` : sql`'[]'::jsonb`} as members`

export const findGroup = async (db: UnitOfWork, id: string, { lock = false, members = true } = {}): Promise<ScimGroup | undefined> => {
  if (lock) await db.maybe(sql`select id from citizen_id.scim_group where tenant_id = ${db.tenant} and id = ${id} for update`)
  return await db.maybe(sql<ScimGroup>`select ${groupColumns(db, members)} from citizen_id.scim_group g where g.tenant_id = ${db.tenant} and g.id = ${id}`)
}

/** Undefined when a condition names an attribute by which no group can be found. */
export async function findGroups(db: UnitOfWork, conditions: readonly Condition[], { from, size, members }: Page & { members: boolean }): Promise<Paged<ScimGroup> | undefined> {
  const clauses = conditions.map((condition) => groupClause(db, condition))
  if (clauses.some((clause) => clause === undefined)) return undefined
  const where = sql`g.tenant_id = ${db.tenant} ${joined(clauses)}`
  const { total } = await db.one(sql<{ total: number }>`select count(*)::int as total from citizen_id.scim_group g where ${where}`)
  const rows = size === 0 ? [] : await db.many(sql<ScimGroup>`select ${groupColumns(db, members)} from citizen_id.scim_group g where ${where} order by g.created_at, g.id limit ${size} offset ${from}`)
  return { total, rows }
}

function groupClause(db: UnitOfWork, { path, value }: Condition): RawBuilder | undefined {
  switch (path) {
    case 'displayname':
      return sql`g.label_key = ${String(value).normalize('NFKC').trim().toLowerCase()}`
    case 'externalid':
      return sql`g.external_id = ${String(value)}`
    case 'id':
      return sql`g.id::text = ${String(value).toLowerCase()}`
    case 'members':
    case 'members.value':
      return sql`exists (select from citizen_id.scim_member m where m.tenant_id = ${db.tenant} and m.group_id = g.id and m.user_id::text = ${String(value).toLowerCase()})`
    default:
      return undefined
  }
}

export const insertGroup = (db: UnitOfWork, group: { id: string; label: string; key: string; externalId: string | null }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.scim_group (tenant_id, id, external_id, label, label_key, modified_at, created_at)
    values (${db.tenant}, ${group.id}, ${group.externalId}, ${group.label}, ${group.key}, ${db.now}, ${db.now}) on conflict do nothing`)

export const countGroupNamesake = (db: UnitOfWork, id: string, key: string): Promise<{ n: number }> =>
  db.one(sql<{ n: number }>`select count(*)::int as n from citizen_id.scim_group where tenant_id = ${db.tenant} and label_key = ${key} and id <> ${id}`)

export const updateGroup = (db: UnitOfWork, group: { id: string; label: string; key: string; externalId: string | null }): Promise<number> =>
  db.run(sql`
    update citizen_id.scim_group set label = ${group.label}, label_key = ${group.key}, external_id = ${group.externalId}, version = version + 1, modified_at = ${db.now}
    where tenant_id = ${db.tenant} and id = ${group.id}`)

export const deleteGroup = (db: UnitOfWork, id: string): Promise<number> => db.run(sql`delete from citizen_id.scim_group where tenant_id = ${db.tenant} and id = ${id}`)

export const listKnownUsers = (db: UnitOfWork, ids: readonly string[]): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`select id from citizen_id.scim_user where tenant_id = ${db.tenant} and deleted_at is null and id::text = any(${[...ids]})`)

export const insertMembers = (db: UnitOfWork, groupId: string, userIds: readonly string[]): Promise<number> =>
  db.insertMany('citizen_id.scim_member', userIds.map((id) => ({ tenant_id: db.tenant, group_id: groupId, user_id: id, created_at: db.now })), { onConflict: 'nothing' })

export const deleteMembers = (db: UnitOfWork, groupId: string, userIds: readonly string[]): Promise<number> =>
  db.run(sql`delete from citizen_id.scim_member where tenant_id = ${db.tenant} and group_id = ${groupId} and user_id::text = any(${[...userIds]})`)

// ── what a group may do here ──

export const listMappings = (db: UnitOfWork): Promise<Mapping[]> =>
  db.many(sql<Mapping>`select id, label, role, organisation from citizen_id.scim_mapping where tenant_id = ${db.tenant} order by label_key, role, organisation limit 500`)

export const insertMapping = (db: UnitOfWork, mapping: Mapping & { key: string }): Promise<number> =>
  db.run(sql`
    insert into citizen_id.scim_mapping (tenant_id, id, label, label_key, role, organisation, created_at)
    values (${db.tenant}, ${mapping.id}, ${mapping.label}, ${mapping.key}, ${mapping.role}, ${mapping.organisation}, ${db.now}) on conflict do nothing`)

export const deleteMapping = (db: UnitOfWork, id: string): Promise<Mapping | undefined> =>
  db.maybe(sql<Mapping>`delete from citizen_id.scim_mapping where tenant_id = ${db.tenant} and id = ${id} returning id, label, role, organisation`)

export const listMembersOfLabel = (db: UnitOfWork, key: string): Promise<{ id: string }[]> =>
  db.many(sql<{ id: string }>`
    select m.user_id as id from citizen_id.scim_member m join citizen_id.scim_group g on g.tenant_id = ${db.tenant} and g.id = m.group_id
    where m.tenant_id = ${db.tenant} and g.label_key = ${key} order by m.user_id`)

/** Groups that the directory has sent, with the number of their members. */
export const listGroupSizes = (db: UnitOfWork): Promise<{ label: string; members: number }[]> =>
  db.many(sql<{ label: string; members: number }>`
    select g.label, (select count(*)::int from citizen_id.scim_member m where m.tenant_id = ${db.tenant} and m.group_id = g.id) as members
    from citizen_id.scim_group g where g.tenant_id = ${db.tenant} order by g.label_key limit 500`)

export const countUsers = (db: UnitOfWork): Promise<{ active: number; inactive: number }> =>
  db.one(sql<{ active: number; inactive: number }>`
    select count(*) filter (where active)::int as active, count(*) filter (where not active)::int as inactive from citizen_id.scim_user where tenant_id = ${db.tenant} and deleted_at is null`)
