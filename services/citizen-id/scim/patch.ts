import { attribute, booleanOf, isObject } from './attributes.ts'
import { plainPath } from './filter.ts'
import { checkUser, invalid, mailOf } from './read-user.ts'
import type { GroupAttributes, Read, UserAttributes } from './schema.ts'

export type Operation = { op: 'add' | 'replace' | 'remove'; path: string | undefined; value: unknown }

const mostOperations = 100

/** The operations of a PatchOp message (RFC 7644, 3.5.2). Entra ID writes "Add", "Replace" and "Remove" with capitals. */
export function readPatch(message: unknown): Read<Operation[]> {
  if (!isObject(message)) return invalid('The body is no JSON object.', 'invalidSyntax')
  const schemas = attribute(message, 'schemas')
  if (!Array.isArray(schemas) || !schemas.some((one) => String(one).toLowerCase() === 'urn:ietf:params:scim:api:messages:2.0:patchop')) return invalid('"schemas" must name urn:ietf:params:scim:api:messages:2.0:PatchOp.', 'invalidSyntax')
  const list = attribute(message, 'Operations')
  if (!Array.isArray(list) || list.length === 0 || list.length > mostOperations) return invalid(`"Operations" must be a list of 1 to ${mostOperations}.`, 'invalidSyntax')
  const operations: Operation[] = []
  for (const one of list) {
    const op = isObject(one) ? String(attribute(one, 'op')).toLowerCase() : ''
    const path = isObject(one) ? attribute(one, 'path') : undefined
    if (op !== 'add' && op !== 'replace' && op !== 'remove') return invalid('"op" must be add, replace or remove.', 'invalidSyntax')
    if (path !== undefined && path !== null && typeof path !== 'string') return invalid('"path" must be a text.', 'invalidPath')
    if (op === 'remove' && (path === undefined || path === null)) return invalid('"remove" needs a "path".', 'noTarget')
    operations.push({ op, path: path ?? undefined, value: isObject(one) ? attribute(one, 'value') : undefined })
  }
  return { ok: true, value: operations }
}

type Loose = { [K in keyof UserAttributes]: unknown }

// Attributes of RFC 7643 that a directory may change and that nobody needs here.
const unneeded =
  /^(name\.(formatted|middlename|honorificprefix|honorificsuffix)|nickname|profileurl|title|usertype|preferredlanguage|locale|timezone|password|phonenumbers|ims|photos|addresses|groups|entitlements|roles|x509certificates|employeenumber|costcenter|organization|division|department|manager)(\.|$)/

/** The user after all operations, or the reason why none of them counts. */
export function patchUser(user: UserAttributes, operations: readonly Operation[]): Read<UserAttributes> {
  const changed: Loose = { ...user }
  for (const { op, path, value } of operations) {
    const parts = path === undefined ? (isObject(value) ? Object.entries(value) : undefined) : [[path, value] as const]
    if (!parts) return invalid('Without "path" the "value" must be an object.')
    for (const [name, part] of parts) {
      const refusal = setUser(changed, plainPath(name), op === 'remove' ? null : part, path === undefined)
      if (refusal) return refusal
    }
  }
  return checkUser(changed)
}

function setUser(user: Loose, path: string, value: unknown, whole: boolean): ReturnType<typeof invalid> | undefined {
  switch (path) {
    case 'username':
      user.userName = value
      return undefined
    case 'externalid':
      user.externalId = value
      return undefined
    case 'displayname':
      user.displayName = value
      return undefined
    case 'active':
      user.active = booleanOf(value)
      return undefined
    case 'name.givenname':
      user.givenNames = value ?? ''
      return undefined
    case 'name.familyname':
      user.familyName = value ?? ''
      return undefined
    case 'emails.value':
      user.email = value
      return undefined
    case 'emails':
      user.email = mailOf(value)
      return undefined
    case 'emails.type':
    case 'emails.primary':
      return undefined
    case 'name':
      if (value !== null && !isObject(value)) return invalid('"name" must be an object.')
      for (const [name, part] of Object.entries(value ?? { givenName: '', familyName: '' })) {
        const refusal = setUser(user, `name.${name.toLowerCase()}`, part, whole)
        if (refusal) return refusal
      }
      return undefined
    case 'id':
    case 'meta':
    case 'schemas':
      // Okta repeats them in whole values; nobody means to change them there.
      return whole ? undefined : invalid(`"${path}" cannot be changed.`, 'mutability')
    default:
      return unneeded.test(path) || path.startsWith('urn:') ? undefined : invalid(`There is no attribute "${path}".`, 'invalidPath')
  }
}

/** The group after all operations. Members are ids; whether they exist is asked when the group is written. */
export function patchGroup(group: GroupAttributes, operations: readonly Operation[]): Read<GroupAttributes> {
  let changed = group
  for (const { op, path, value } of operations) {
    const parts = path === undefined ? (isObject(value) ? Object.entries(value) : undefined) : [[path, value] as const]
    if (!parts) return invalid('Without "path" the "value" must be an object.')
    for (const [name, part] of parts) {
      const next = setGroup(changed, op, name, part, path === undefined)
      if (!next.ok) return next
      changed = next.value
    }
  }
  return checkGroup(changed)
}

function setGroup(group: GroupAttributes, op: Operation['op'], path: string, value: unknown, whole: boolean): Read<GroupAttributes> {
  const ok = (changed: Partial<GroupAttributes>): Read<GroupAttributes> => ({ ok: true, value: { ...group, ...changed } })
  switch (plainPath(path)) {
    case 'displayname':
      return typeof value === 'string' && op !== 'remove' ? ok({ displayName: value }) : invalid('"displayName" must be a text.')
    case 'externalid':
      if (op === 'remove' || value === null) return ok({ externalId: null })
      return typeof value === 'string' ? ok({ externalId: value }) : invalid('"externalId" must be a text.')
    case 'members': {
      const [, one] = /\[\s*value\s+eq\s+"([^"]+)"\s*\]/i.exec(path) ?? []
      if (op === 'remove') {
        const gone = one !== undefined ? [one.toLowerCase()] : value === undefined || value === null ? group.members : membersOf(value)
        return gone ? ok({ members: group.members.filter((id) => !gone.includes(id)) }) : invalid('"members" must be a list of objects with "value".')
      }
      const named = membersOf(value)
      if (!named) return invalid('"members" must be a list of objects with "value".')
      return ok({ members: [...new Set(op === 'replace' ? named : [...group.members, ...named])] })
    }
    case 'id':
    case 'meta':
    case 'schemas':
      return whole ? ok({}) : invalid(`"${path}" cannot be changed.`, 'mutability')
    default:
      return invalid(`A group has no attribute "${path}".`, 'invalidPath')
  }
}

/** Ids in a list of members; undefined when it is no such list. */
export function membersOf(value: unknown): string[] | undefined {
  const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  const ids = list.map((one) => (isObject(one) ? attribute(one, 'value') : undefined))
  return ids.every((id) => typeof id === 'string') ? ids.map((id) => id.toLowerCase()) : undefined
}

export function checkGroup(group: GroupAttributes): Read<GroupAttributes> {
  if (group.displayName.trim() === '' || group.displayName.length > 200) return invalid('"displayName" is required, at most 200 characters.')
  if (group.externalId !== null && group.externalId.length > 200) return invalid('"externalId" must be a text of at most 200 characters.')
  if (group.members.length > 5_000) return { ok: false, problem: { status: 413, detail: 'At most 5,000 members.' } }
  return { ok: true, value: { ...group, displayName: group.displayName.trim() } }
}

/** A group as the directory sends one, whole. */
export function readGroup(resource: unknown): Read<GroupAttributes> {
  if (!isObject(resource)) return invalid('The body is no JSON object.', 'invalidSyntax')
  const schemas = attribute(resource, 'schemas')
  if (!Array.isArray(schemas) || !schemas.some((one) => String(one).toLowerCase() === 'urn:ietf:params:scim:schemas:core:2.0:group')) return invalid('"schemas" must name urn:ietf:params:scim:schemas:core:2.0:Group.', 'invalidSyntax')
  const displayName = attribute(resource, 'displayName')
  const externalId = attribute(resource, 'externalId') ?? null
  const members = membersOf(attribute(resource, 'members'))
  if (typeof displayName !== 'string') return invalid('"displayName" is required.')
  if (externalId !== null && typeof externalId !== 'string') return invalid('"externalId" must be a text.')
  return members ? checkGroup({ displayName, externalId, members: [...new Set(members)] }) : invalid('"members" must be a list of objects with "value".')
}
