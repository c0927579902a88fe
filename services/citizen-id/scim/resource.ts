import { fullName } from './read-user.ts'
import type { ScimGroup, ScimProblem, ScimUser } from './schema.ts'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** Weak, because two texts of the same version may be written differently (RFC 9110, 8.8.3). */
export const etagOf = (version: number): string => `W/"${version}"`

const without = (object: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value !== ''))

const metaOf = (type: 'User' | 'Group', { id, version, createdAt, modifiedAt }: Pick<ScimUser, 'id' | 'version' | 'createdAt' | 'modifiedAt'>, base: string) => ({
  resourceType: type,
  created: createdAt.toISOString(),
  lastModified: modifiedAt.toISOString(),
  location: `${base}/${type}s/${id}`,
  version: etagOf(version),
})

/** @param base address of the interface: `https://town.example/scim/v2` */
export function userResource(user: ScimUser, base: string): Record<string, unknown> {
  return without({
    schemas: [userSchema],
    id: user.id,
    externalId: user.externalId,
    userName: user.userName,
    name: without({ formatted: fullName(user), givenName: user.givenNames, familyName: user.familyName }),
    displayName: user.displayName,
    active: user.active,
    ...(user.email !== null && { emails: [{ value: user.email, type: 'work', primary: true }] }),
    ...(user.groups.length > 0 && { groups: user.groups.map(({ id, label }) => ({ value: id, $ref: `${base}/Groups/${id}`, display: label, type: 'direct' })) }),
    meta: metaOf('User', user, base),
  })
}

export function groupResource(group: ScimGroup, base: string): Record<string, unknown> {
  return without({
    schemas: [groupSchema],
    id: group.id,
    externalId: group.externalId,
    displayName: group.displayName,
    members: group.members.map(({ id, userName }) => ({ value: id, $ref: `${base}/Users/${id}`, display: userName, type: 'User' })),
    meta: metaOf('Group', group, base),
  })
}

/** `attributes` and `excludedAttributes` (RFC 7644, 3.9), by whole attributes; id and schemas are always there. */
export function select(resource: Record<string, unknown>, { attributes, excludedAttributes }: { attributes?: string | undefined; excludedAttributes?: string | undefined }): Record<string, unknown> {
  const names = (list: string) => list.toLowerCase().split(',').map((name) => name.trim().split('.')[0] ?? '')
  const always = ['id', 'schemas']
  const keep = (name: string): boolean => {
    if (always.includes(name)) return true
    if (attributes !== undefined) return names(attributes).includes(name)
    return excludedAttributes === undefined || !names(excludedAttributes).includes(name)
  }
  return Object.fromEntries(Object.entries(resource).filter(([name]) => keep(name.toLowerCase())))
}

export const listResponse = (resources: readonly unknown[], { total, startIndex }: { total: number; startIndex: number }) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
})

export const errorResponse = ({ status, scimType, detail }: ScimProblem) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), ...(scimType && { scimType }), detail })
