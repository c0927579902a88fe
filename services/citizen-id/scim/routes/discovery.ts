import { Type } from 'typebox'
import { get, post } from '@modellregion/kernel'
import { resourceTypes, schemas, serviceProviderConfig } from '../discovery.ts'
import { listResponse } from '../resource.ts'
import { baseOf, notFound, scim, scimError, withToken } from '../talk.ts'

const params = Type.Object({ id: Type.String({ maxLength: 200 }) })
const open = { access: 'anyone', api: { summary: 'What the SCIM interface can do (RFC 7643, 5 to 7)', tag: 'SCIM' } } as const

/** What the interface can do: the same for everybody, so no token is asked for (RFC 7644, 4). */
export const discoveryRoutes = [
  get('/scim/v2/ServiceProviderConfig', open, (ask) => scim(serviceProviderConfig(baseOf(ask)))),
  get('/scim/v2/ResourceTypes', open, (ask) => {
    const all = resourceTypes(baseOf(ask))
    return scim(listResponse(all, { total: all.length, startIndex: 1 }))
  }),
  get('/scim/v2/ResourceTypes/:id', { ...open, params }, (ask) => {
    const one = resourceTypes(baseOf(ask)).find(({ id }) => id === ask.params.id)
    return one ? scim(one) : notFound('resource type')
  }),
  get('/scim/v2/Schemas', open, (ask) => {
    const all = schemas(baseOf(ask))
    return scim(listResponse(all, { total: all.length, startIndex: 1 }))
  }),
  get('/scim/v2/Schemas/:id', { ...open, params }, (ask) => {
    const one = schemas(baseOf(ask)).find(({ id }) => id.toLowerCase() === ask.params.id.toLowerCase())
    return one ? scim(one) : notFound('schema')
  }),
  get('/scim/v2/Me', { access: 'anyone', api: { summary: 'Not supported: a token belongs to a directory', tag: 'SCIM' } }, (ask) => withToken(ask, 'read', async () => scimError({ status: 501, detail: 'A token belongs to a directory and not to a person.' }))),
  post('/scim/v2/Bulk', { access: 'anyone', csrf: false, bodyAs: 'text', api: { summary: 'Not supported', tag: 'SCIM' } }, (ask) => withToken(ask, 'write', async () => scimError({ status: 501, detail: 'Bulk is not supported; see ServiceProviderConfig.' }))),
]
