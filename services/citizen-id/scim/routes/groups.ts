import { Type } from 'typebox'
import { del, get, patch, post, put } from '@modellregion/kernel'
import { addGroup, changeGroup, removeGroup } from '../directory.ts'
import { readList } from '../list-query.ts'
import { patchGroup, readGroup, readPatch } from '../patch.ts'
import { findGroup, findGroups } from '../queries.ts'
import { groupResource, listResponse, select } from '../resource.ts'
import { baseOf, change, noContent, notFound, oneResource, readBody, scim, scimError, versionsOf, withToken } from '../talk.ts'
import { isId } from './users.ts'

const params = Type.Object({ id: Type.String({ maxLength: 200 }) })
const api = { summary: 'SCIM 2.0 (RFC 7644): groups of the staff directory', tag: 'SCIM' }
const machine = { access: 'anyone', csrf: false, bodyAs: 'text', params, api } as const
const leavesOutMembers = (list: string | null | undefined): boolean => (list ?? '').toLowerCase().split(',').some((name) => name.trim() === 'members')

export const groupRoutes = [
  get('/scim/v2/Groups', { access: 'anyone', api }, (ask) =>
    withToken(ask, 'read', async () => {
      const list = readList(ask)
      if (!list.ok) return scimError(list.problem)
      const { conditions, startIndex, size, excludedAttributes } = list.value
      const found = await ask.read((db) => findGroups(db, conditions, { from: startIndex - 1, size, members: !leavesOutMembers(excludedAttributes) }))
      if (!found) return scimError({ status: 400, scimType: 'invalidFilter', detail: 'Groups are found by displayName, externalId, members.value or id.' })
      const base = baseOf(ask)
      return scim(listResponse(found.rows.map((group) => select(groupResource(group, base), list.value)), { total: found.total, startIndex }))
    }),
  ),

  post('/scim/v2/Groups', { access: 'anyone', csrf: false, bodyAs: 'text', api }, (ask) =>
    withToken(ask, 'write', async () => {
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      const group = readGroup(sent.value)
      if (!group.ok) return scimError(group.problem)
      return await change(ask, (db) => addGroup(db, group.value), ({ touched }) => touched, ({ group: made }) => oneResource(ask, groupResource(made, baseOf(ask)), made.version, 201))
    }),
  ),

  get('/scim/v2/Groups/:id', { access: 'anyone', params, api }, (ask) =>
    withToken(ask, 'read', async () => {
      const excludedAttributes = ask.url.searchParams.get('excludedAttributes') ?? undefined
      const group = isId(ask.params.id) ? await ask.read((db) => findGroup(db, ask.params.id, { members: !leavesOutMembers(excludedAttributes) })) : undefined
      if (!group) return notFound('group')
      return oneResource(ask, select(groupResource(group, baseOf(ask)), { attributes: ask.url.searchParams.get('attributes') ?? undefined, excludedAttributes }), group.version)
    }),
  ),

  put('/scim/v2/Groups/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('group')
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      return await change(
        ask,
        (db) => changeGroup(db, ask.params.id, versionsOf(ask.headers['if-match']), () => readGroup(sent.value)),
        ({ touched }) => touched,
        ({ group }) => oneResource({ headers: {} }, groupResource(group, baseOf(ask)), group.version),
      )
    }),
  ),

  // Without a body: Entra ID asks for it, and a list of two thousand members after each change helps nobody.
  patch('/scim/v2/Groups/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('group')
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      const operations = readPatch(sent.value)
      if (!operations.ok) return scimError(operations.problem)
      return await change(ask, (db) => changeGroup(db, ask.params.id, versionsOf(ask.headers['if-match']), (before) => patchGroup(before, operations.value)), ({ touched }) => touched, noContent)
    }),
  ),

  del('/scim/v2/Groups/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('group')
      return await change(ask, (db) => removeGroup(db, ask.params.id, versionsOf(ask.headers['if-match'])), (touched) => touched, noContent)
    }),
  ),
]
