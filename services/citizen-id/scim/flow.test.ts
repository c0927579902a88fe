import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmRequest, delegateRole, disableAccount, findAccount, grantRole, listOpenRequests, newId, sql, type Account, type Ask, type RoleRequest, type UnitOfWork } from '@modellregion/kernel'
import { startTown, type Town } from '@modellregion/testing'
import { mapGroup, unmapGroup } from './directory.ts'
import { refusalOf } from '../staff/demand.ts'
import { applyUser } from './apply.ts'
import { insertToken, listMappings } from './queries.ts'
import type { Mapping } from './schema.ts'
import { newToken, tokenHash } from './token.ts'

let town: Town
const tenant = 'aachen'
const write = newToken()
const readOnly = newToken()
const now = () => town.running.platform.now()
const unit = <T>(service: string, work: (db: UnitOfWork) => Promise<T>): Promise<T> => town.running.platform.database.unit({ tenant, service, access: 'write', now: now() }, work)
const account = (id: string): Promise<Account | undefined> => unit('platform', (db) => findAccount(db, id))
const rolesOf = async (id: string): Promise<string[]> => ((await account(id))?.roles ?? []).map(({ role }) => role)
const mails = (to: string) => unit('platform', (db) => db.many<{ text: string }>(sql`select text from platform.mail_outbox where tenant_id = ${db.tenant} and recipient = ${to}`))

type Reply = { status: number; headers: Record<string, unknown>; text: string; body: Record<string, any> } // oxlint-disable-line no-explicit-any -- foreign JSON
const hostOf = (path: string, at = tenant) => new URL(town.url(path, at)).host
async function send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, { headers = {}, payload, at = tenant }: { headers?: Record<string, string>; payload?: string; at?: string } = {}): Promise<Reply> {
  const answer = await town.running.app?.inject({ method, url: path, headers: { host: hostOf('/', at), ...headers }, ...(payload !== undefined && { payload }) })
  if (!answer) throw new Error('The town serves nothing.')
  const isScim = String(answer.headers['content-type']).startsWith('application/scim+json')
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: isScim && answer.body !== '' ? (JSON.parse(answer.body) as Reply['body']) : {} }
}
async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, content?: unknown, { token = write, headers = {} }: { token?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
  const answer = await send(method, `/scim/v2${path}`, {
    headers: { accept: 'application/scim+json', ...(token !== '' && { authorization: `Bearer ${token}` }), ...(content !== undefined && { 'content-type': 'application/scim+json' }), ...headers },
    ...(content !== undefined && { payload: typeof content === 'string' ? content : JSON.stringify(content) }),
  })
  if (answer.text !== '') assert.match(String(answer.headers['content-type']), /^application\/scim\+json/, answer.text.slice(0, 300))
  return answer
}
const patch = (...Operations: unknown[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
const entraUser = (name: string, more: Record<string, unknown> = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: `ext-${name}`,
  userName: `${name}@example.org`,
  active: true,
  emails: [{ primary: true, type: 'work', value: `${name}@example.org` }],
  meta: { resourceType: 'User' },
  name: { formatted: `Toni ${name}`, familyName: name, givenName: 'Toni' },
  roles: [],
  ...more,
})
const expectProblem = ({ status, body }: Reply, expected: number, scimType?: string) => {
  assert.equal(status, expected, JSON.stringify(body))
  assert.deepEqual(body['schemas'], ['urn:ietf:params:scim:api:messages:2.0:Error'])
  assert.equal(body['status'], String(expected))
  assert.equal(body['scimType'], scimType)
}

before(async () => {
  town = await startTown({ services: ['citizen-id'] })
  const expiresAt = new Date(now().getTime() + 86_400_000)
  await unit('citizen-id', (db) => insertToken(db, { id: newId(db.now), label: 'test', hash: tokenHash(write), scope: 'write', expiresAt }))
  await unit('citizen-id', (db) => insertToken(db, { id: newId(new Date(1)), label: 'reader', hash: tokenHash(readOnly), scope: 'read', expiresAt }))
})
after(() => town.close())

test('without a token nobody learns anything; a reading token changes nothing; another town’s token is none', async () => {
  const refused = await ask('GET', '/Users', undefined, { token: '' })
  expectProblem(refused, 401)
  assert.match(String(refused.headers['www-authenticate']), /^Bearer/)
  expectProblem(await ask('GET', '/Users', undefined, { token: newToken() }), 401)
  expectProblem(await ask('POST', '/Users', entraUser('nobody'), { token: readOnly }), 403)
  const elsewhere = await send('GET', '/scim/v2/Users', { headers: { authorization: `Bearer ${write}` }, at: 'hohenried' })
  assert.ok([401, 404].includes(elsewhere.status))
  assert.equal((await ask('GET', '/Users', undefined, { token: readOnly })).status, 200)
})

test('what the interface can do stands where RFC 7643 says', async () => {
  const config = await ask('GET', '/ServiceProviderConfig', undefined, { token: '' })
  assert.deepEqual([config.body['patch'].supported, config.body['bulk'].supported, config.body['etag'].supported], [true, false, true])
  assert.deepEqual((await ask('GET', '/ResourceTypes')).body['Resources'].map(({ id }: { id: string }) => id), ['User', 'Group'])
  const schemas = (await ask('GET', '/Schemas')).body['Resources'].map(({ id }: { id: string }) => id)
  assert.equal((await ask('GET', `/Schemas/${schemas[0]}`)).body['name'], 'User')
  expectProblem(await ask('POST', '/Bulk', {}), 501)
})

test('Entra ID: a person joins, changes name, gets a role by group, leaves, returns, and is removed', async () => {
  const none = await ask('GET', `/Users?filter=${encodeURIComponent('userName eq "toni@example.org"')}`)
  assert.deepEqual([none.status, none.body['totalResults'], none.body['Resources']], [200, 0, []])
  const made = await ask('POST', '/Users', entraUser('toni'))
  assert.equal(made.status, 201)
  const id = String(made.body['id'])
  assert.equal(made.headers['location'], town.url(`/scim/v2/Users/${id}`, tenant))
  assert.equal((await account(id))?.name, 'Toni toni')
  const [mail] = await mails('toni@example.org')
  assert.match(mail?.text ?? '', /\/citizen-id\/invitation\/[\w-]{43}/)
  expectProblem(await ask('POST', '/Users', entraUser('TONI')), 409, 'uniqueness')

  const updated = await ask('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'emails[type eq "work"].value', value: 'tina@example.org' }, { op: 'Replace', path: 'name.familyName', value: 'Neumann' }))
  assert.equal(updated.status, 200)
  assert.deepEqual([updated.body['emails'][0].value, updated.body['name'].familyName], ['tina@example.org', 'Neumann'])
  assert.equal((await account(id))?.name, 'Toni Neumann')

  await unit('citizen-id', (db) => mapGroup(db, { label: 'Redaktion', role: 'editor', organisation: '' }))
  const group = await ask('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group', 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'], externalId: 'g1', displayName: 'Redaktion', meta: { resourceType: 'Group' } })
  assert.equal(group.status, 201)
  const groupId = String(group.body['id'])
  assert.equal((await ask('GET', `/Groups/${groupId}?excludedAttributes=members`)).body['members'], undefined)
  assert.equal((await ask('GET', `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "redaktion"')}`)).body['totalResults'], 1)
  assert.equal((await ask('PATCH', `/Groups/${groupId}`, patch({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] }))).status, 204)
  assert.deepEqual(await rolesOf(id), ['editor'])
  assert.equal((await ask('PATCH', `/Groups/${groupId}`, patch({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }))).status, 204)
  assert.deepEqual(await rolesOf(id), [])
  await ask('PATCH', `/Groups/${groupId}`, patch({ op: 'Add', path: 'members', value: [{ $ref: null, value: id }] }))

  await unit('platform', (db) => db.run(sql`insert into platform.session (tenant_id, sid_hash, id, account_id, level, last_seen_at, expires_at, created_at) values (${db.tenant}, 'h', ${newId(db.now)}, ${id}, 'low', ${db.now}, ${new Date(db.now.getTime() + 1e6)}, ${db.now})`))
  const left = await ask('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'active', value: false }))
  assert.deepEqual([left.status, left.body['active']], [200, false])
  assert.notEqual((await account(id))?.disabledAt, null)
  assert.deepEqual(await rolesOf(id), [])
  assert.deepEqual(await unit('platform', (db) => db.many(sql`select 1 from platform.session where tenant_id = ${db.tenant} and account_id = ${id}`)), [], 'the session is over before the directory has its answer')
  await ask('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'active', value: true }))
  assert.equal((await account(id))?.disabledAt, null)
  assert.deepEqual(await rolesOf(id), ['editor'])

  assert.equal((await ask('DELETE', `/Users/${id}`)).status, 204)
  expectProblem(await ask('GET', `/Users/${id}`), 404)
  assert.notEqual((await account(id))?.disabledAt, null)
  const again = await ask('POST', '/Users', entraUser('toni'))
  assert.equal(again.status, 201)
  assert.notEqual(again.body['id'], id, 'a name used again is another person')
})

test('Okta: test of the connection, import, whole replacement, deactivation without a path, group with members', async () => {
  const probe = await ask('GET', '/Users?startIndex=1&count=2')
  assert.ok(probe.body['totalResults'] >= 1 && probe.body['itemsPerPage'] <= 2)
  const sent = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'okta@example.org', name: { givenName: 'Olga', familyName: 'Muster' }, emails: [{ primary: true, value: 'okta@example.org', type: 'work' }], displayName: 'Olga Muster', locale: 'de-DE', externalId: '00u1', groups: [], password: 'x', active: true }
  const made = await ask('POST', '/Users', sent)
  const id = String(made.body['id'])
  assert.equal(made.body['password'], undefined)
  const replaced = await ask('PUT', `/Users/${id}`, { ...sent, id, name: { givenName: 'Olga', familyName: 'Beispiel' }, displayName: 'Olga Beispiel' })
  assert.deepEqual([replaced.status, replaced.body['name'].familyName], [200, 'Beispiel'])
  const group = await ask('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Amt 7', members: [{ value: id, display: 'okta@example.org' }] })
  assert.deepEqual(group.body['members'].map(({ value }: { value: string }) => value), [id])
  assert.equal((await ask('PATCH', `/Groups/${group.body['id']}`, patch({ op: 'replace', value: { id: group.body['id'], displayName: 'Amt 8' } }))).status, 204)
  assert.equal((await ask('PATCH', `/Groups/${group.body['id']}`, patch({ op: 'remove', path: `members[value eq "${id}"]` }, { op: 'add', path: 'members', value: [{ value: id }] }))).status, 204)
  assert.deepEqual((await ask('GET', `/Users/${id}`)).body['groups'].map(({ display }: { display: string }) => display), ['Amt 8'])
  assert.equal((await ask('PATCH', `/Users/${id}`, patch({ op: 'replace', value: { active: false } }))).body['active'], false)
  assert.notEqual((await account(id))?.disabledAt, null)
  assert.equal((await ask('DELETE', `/Groups/${group.body['id']}`)).status, 204)
})

test('a powerful role of a group waits for a second person, and goes with the group', async () => {
  const made = await ask('POST', '/Users', entraUser('leitung'))
  const id = String(made.body['id'])
  await unit('citizen-id', (db) => mapGroup(db, { label: 'Leitung', role: 'town-admin', organisation: '' }))
  await ask('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Leitung', members: [{ value: id }] })
  assert.deepEqual(await rolesOf(id), [])
  const open: RoleRequest[] = await unit('platform', listOpenRequests)
  const wish = open.find((one) => one.accountId === id)
  assert.deepEqual([wish?.source, wish?.role], ['directory', 'town-admin'])
  assert.equal(await unit('platform', (db) => confirmRequest(db, wish?.id ?? '', { id: newId(db.now), roles: [{ role: 'town-admin' }], level: 'high' })), undefined)
  assert.deepEqual(await rolesOf(id), ['town-admin'])
  const mappings: Mapping[] = await unit('citizen-id', listMappings)
  await unit('citizen-id', (db) => unmapGroup(db, mappings.find(({ label }) => label === 'Leitung')?.id ?? ''))
  await applyUser(town.running.platform, (town.running.platform.directory.byId(tenant) as never), id)
  assert.deepEqual(await rolesOf(id), [])
})

test('a leaver takes along what was handed on; what an administrator has closed the directory does not open', async () => {
  const [one, two] = [await ask('POST', '/Users', entraUser('erste')), await ask('POST', '/Users', entraUser('zweite'))].map(({ body }) => String(body['id']))
  if (one === undefined || two === undefined) throw new Error('not made')
  await unit('platform', (db) => grantRole(db, one, { role: 'editor' }))
  await unit('platform', (db) => grantRole(db, two, { role: 'clerk' }))
  const done = await unit('platform', (db) => delegateRole(db, { from: one, to: two, role: 'editor', organisation: '', validFrom: new Date(db.now.getTime() - 1), validUntil: new Date(db.now.getTime() + 1e7), reason: 'Urlaub' }, new Set()))
  assert.deepEqual(done, { done: 'given' })
  assert.deepEqual(await rolesOf(two), ['clerk', 'editor'])
  await ask('PATCH', `/Users/${one}`, patch({ op: 'replace', value: { active: false } }))
  assert.deepEqual(await rolesOf(two), ['clerk'])
  await unit('platform', (db) => disableAccount(db, two))
  await ask('PUT', `/Users/${two}`, entraUser('zweite', { displayName: 'Neuer Name' }))
  assert.notEqual((await account(two))?.disabledAt, null)
})

test('versions: an outdated change is refused, an unchanged resource is not sent again', async () => {
  const made = await ask('POST', '/Users', entraUser('version'))
  const etag = String(made.headers['etag'])
  const at = `/Users/${made.body['id']}`
  assert.equal((await ask('GET', at, undefined, { headers: { 'if-none-match': etag } })).status, 304)
  assert.equal((await ask('PATCH', at, patch({ op: 'replace', path: 'displayName', value: 'A' }), { headers: { 'if-match': etag } })).status, 200)
  expectProblem(await ask('PATCH', at, patch({ op: 'replace', path: 'displayName', value: 'B' }), { headers: { 'if-match': etag } }), 412)
  assert.equal((await ask('GET', at)).body['displayName'], 'A')
})

test('bad input is answered in the words of the standard and changes nothing', async () => {
  const before = (await ask('GET', '/Users?count=0')).body['totalResults']
  expectProblem(await ask('POST', '/Users', '{"schemas":'), 400, 'invalidSyntax')
  expectProblem(await ask('POST', '/Users', '[]'), 400, 'invalidSyntax')
  expectProblem(await ask('POST', '/Users', { userName: 'x' }), 400, 'invalidSyntax')
  expectProblem(await ask('POST', '/Users', entraUser('x', { userName: '' })), 400, 'invalidValue')
  expectProblem(await ask('POST', '/Users', entraUser('x', { userName: 'a\u0000b' })), 400, 'invalidValue')
  expectProblem(await ask('POST', '/Users', entraUser('x', { emails: [{ value: 'no address' }] })), 400, 'invalidValue')
  expectProblem(await ask('POST', '/Users', '{}', { headers: { 'content-type': 'text/plain' } }), 415)
  expectProblem(await ask('GET', '/Users?filter=userName%20sw%20%22x%22'), 400, 'invalidFilter')
  expectProblem(await ask('GET', '/Users?filter=nickName%20eq%20%22x%22'), 400, 'invalidFilter')
  expectProblem(await ask('GET', '/Users/not-an-id'), 404)
  expectProblem(await ask('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Fremde', members: [{ value: newId(new Date()) }] }), 400, 'invalidValue')
  assert.equal((await ask('GET', '/Users?count=0')).body['totalResults'], before)
})

test('the invitation of a joiner is shown as often as it is opened, and belongs to one person', async () => {
  await ask('POST', '/Users', entraUser('einladung'))
  const [mail] = await mails('einladung@example.org')
  const link = /https?:\/\/\S+\/citizen-id\/invitation\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  const path = new URL(link).pathname
  for (const _ of [1, 2]) {
    const shown = await send('GET', path)
    assert.equal(shown.status, 200)
    assert.match(shown.text, /Toni einladung/)
  }
  assert.equal((await send('GET', `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`)).status, 410)
})

test('a joiner with a role does not come in by password; a leaver comes in by nothing', async () => {
  const id = String((await ask('POST', '/Users', entraUser('passwort'))).body['id'])
  const { platform } = town.running
  const asks = { platform, tenant: platform.directory.byId(tenant), say: () => (key: string) => key, read: (work: (db: UnitOfWork) => Promise<unknown>) => unit('citizen-id', work) } as unknown as Ask // only what is asked of it
  const statusOf = async (method: 'password-totp' | 'passkey') => {
    const answer = await refusalOf(asks, 'uid', { personId: id, method })
    return answer?.kind === 'page' ? answer.status : undefined
  }
  assert.equal(await statusOf('password-totp'), undefined, 'a citizen may')
  await unit('platform', (db) => grantRole(db, id, { role: 'clerk' }))
  assert.equal(await statusOf('password-totp'), 403)
  assert.equal(await statusOf('passkey'), undefined)
  await ask('PATCH', `/Users/${id}`, patch({ op: 'replace', value: { active: false } }))
  assert.equal(await statusOf('passkey'), 403)
})
