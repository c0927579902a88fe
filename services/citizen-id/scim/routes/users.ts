import { Type } from 'typebox'
import { del, get, patch, post, put } from '@modellregion/kernel'
import { addUser, changeUser, removeUser } from '../directory.ts'
import { readList } from '../list-query.ts'
import { patchUser, readPatch } from '../patch.ts'
import { findUser, findUsers } from '../queries.ts'
import { readUser } from '../read-user.ts'
import { listResponse, select, userResource } from '../resource.ts'
import { baseOf, change, noContent, notFound, oneResource, readBody, scim, scimError, versionsOf, withToken } from '../talk.ts'

const params = Type.Object({ id: Type.String({ maxLength: 200 }) })
const api = { summary: 'SCIM 2.0 (RFC 7644): users of the staff directory', tag: 'SCIM' }
const machine = { access: 'anyone', csrf: false, bodyAs: 'text', params, api } as const
export const isId = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

export const userRoutes = [
  get('/scim/v2/Users', { access: 'anyone', api }, (ask) =>
    withToken(ask, 'read', async () => {
      const list = readList(ask)
      if (!list.ok) return scimError(list.problem)
      const { conditions, startIndex, size } = list.value
      const found = await ask.read((db) => findUsers(db, conditions, { from: startIndex - 1, size }))
      if (!found) return scimError({ status: 400, scimType: 'invalidFilter', detail: 'Users are found by userName, externalId, emails.value, active or id.' })
      const base = baseOf(ask)
      return scim(listResponse(found.rows.map((user) => select(userResource(user, base), list.value)), { total: found.total, startIndex }))
    }),
  ),

  post('/scim/v2/Users', { access: 'anyone', csrf: false, bodyAs: 'text', api }, (ask) =>
    withToken(ask, 'write', async () => {
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      const user = readUser(sent.value)
      if (!user.ok) return scimError(user.problem)
      return await change(ask, (db) => addUser(db, user.value), ({ id }) => [id], (made) => oneResource(ask, userResource(made, baseOf(ask)), made.version, 201))
    }),
  ),

  get('/scim/v2/Users/:id', { access: 'anyone', params, api }, (ask) =>
    withToken(ask, 'read', async () => {
      const user = isId(ask.params.id) ? await ask.read((db) => findUser(db, ask.params.id)) : undefined
      if (!user) return notFound('user')
      const { searchParams } = ask.url
      return oneResource(ask, select(userResource(user, baseOf(ask)), { attributes: searchParams.get('attributes') ?? undefined, excludedAttributes: searchParams.get('excludedAttributes') ?? undefined }), user.version)
    }),
  ),

  put('/scim/v2/Users/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('user')
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      return await change(
        ask,
        (db) => changeUser(db, ask.params.id, versionsOf(ask.headers['if-match']), (before) => readUser(sent.value, before)),
        ({ id }) => [id],
        (user) => oneResource({ headers: {} }, userResource(user, baseOf(ask)), user.version),
      )
    }),
  ),

  patch('/scim/v2/Users/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('user')
      const sent = readBody(ask)
      if (!sent.ok) return scimError(sent.problem)
      const operations = readPatch(sent.value)
      if (!operations.ok) return scimError(operations.problem)
      return await change(
        ask,
        (db) => changeUser(db, ask.params.id, versionsOf(ask.headers['if-match']), (before) => patchUser(before, operations.value)),
        ({ id }) => [id],
        (user) => oneResource({ headers: {} }, userResource(user, baseOf(ask)), user.version),
      )
    }),
  ),

  del('/scim/v2/Users/:id', machine, (ask) =>
    withToken(ask, 'write', async () => {
      if (!isId(ask.params.id)) return notFound('user')
      return await change(ask, (db) => removeUser(db, ask.params.id, versionsOf(ask.headers['if-match'])), () => [ask.params.id], noContent)
    }),
  ),
]
