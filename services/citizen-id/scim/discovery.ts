import { groupSchema, userSchema } from './resource.ts'

export const mostPerPage = 200

/** What this interface can do (RFC 7643, 5). */
export const serviceProviderConfig = (base: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostPerPage },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer token', description: 'A token of the town, made in its console.', specUri: 'https://www.rfc-editor.org/rfc/rfc6750', primary: true }],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
})

const resourceType = (base: string, name: 'User' | 'Group', schema: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
  id: name,
  name,
  endpoint: `/${name}s`,
  schema,
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
})
export const resourceTypes = (base: string) => [resourceType(base, 'User', userSchema), resourceType(base, 'Group', groupSchema)]

type Options = { required?: boolean; caseExact?: boolean; mutability?: 'readOnly' | 'readWrite'; uniqueness?: 'none' | 'server'; multiValued?: boolean }
const simple = (name: string, type: 'string' | 'boolean' | 'reference', options: Options = {}) => ({
  name,
  type,
  multiValued: false,
  required: false,
  ...(type === 'string' && { caseExact: false, uniqueness: 'none' as const }),
  mutability: 'readWrite' as const,
  returned: 'default' as const,
  ...options,
})
const complex = (name: string, subAttributes: readonly unknown[], options: Options = {}) => ({ name, type: 'complex', multiValued: true, required: false, mutability: 'readWrite', returned: 'default', ...options, subAttributes })
const schema = (base: string, id: string, name: string, attributes: readonly unknown[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  attributes,
  meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
})

/** The attributes that are kept (RFC 7643, 7); all others are accepted and dropped. */
export const schemas = (base: string) => [
  schema(base, userSchema, 'User', [
    simple('userName', 'string', { required: true, uniqueness: 'server' }),
    simple('externalId', 'string', { caseExact: true }),
    complex('name', [simple('formatted', 'string', { mutability: 'readOnly' }), simple('givenName', 'string'), simple('familyName', 'string')], { multiValued: false }),
    simple('displayName', 'string'),
    simple('active', 'boolean'),
    complex('emails', [simple('value', 'string'), simple('type', 'string'), simple('primary', 'boolean')]),
    complex('groups', [simple('value', 'string'), simple('$ref', 'reference'), simple('display', 'string')], { mutability: 'readOnly' }),
  ]),
  schema(base, groupSchema, 'Group', [
    simple('displayName', 'string', { required: true, uniqueness: 'server' }),
    simple('externalId', 'string', { caseExact: true }),
    complex('members', [simple('value', 'string'), simple('$ref', 'reference'), simple('display', 'string')]),
  ]),
]
