import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { temporaryDatabase, testClock, type TemporaryDatabase } from '@modellregion/testing'
import { disableAccount, enableAccount, grantRole, revokeRole } from './accounts.ts'
import type { Actor, RoleGrant } from './actor.ts'
import { findAccount, insertAccount } from './queries/account.ts'
import { listDelegationsOf, listOpenRequests } from './queries/role.ts'
import { closeRequest, confirmRequest, delegateRole, endDelegation, endRoles, followDirectory, giveRole } from './role-acts.ts'
import { longestDelegation, requestTerm, sensitiveRoles, whyNotConfirm, whyNotDelegate } from './role-rules.ts'

const clock = testClock()
let town: TemporaryDatabase
const ids = { anna: 1, ben: 2, cora: 3, dora: 4 }
const id = (name: keyof typeof ids): string => `0193e000-0000-7000-8000-${String(ids[name]).padStart(12, '0')}`
const actor = (name: keyof typeof ids, ...roles: string[]): Actor => ({ id: id(name), roles: roles.map((role) => ({ role })), level: 'high' })
const unit = <T>(work: Parameters<TemporaryDatabase['database']['unit']>[1], as?: keyof typeof ids): Promise<T> =>
  town.database.unit({ tenant: 'erlenau', service: 'platform', access: 'write', now: clock.now(), ...(as && { actor: id(as) }) }, work) as Promise<T> // the type of the work
const rolesOf = async (name: keyof typeof ids): Promise<RoleGrant[]> => (await unit<Awaited<ReturnType<typeof findAccount>>>((db) => findAccount(db, id(name))))?.roles ?? []
const namesOf = async (name: keyof typeof ids) => (await rolesOf(name)).map(({ role, deputyFor }) => (deputyFor === undefined ? role : `${role} for ${deputyFor.slice(-1)}`))
const actions = () => unit<{ action: string }[]>((db) => db.many(sql`select action from platform.audit_entry where tenant_id = ${db.tenant} order by seq`)).then((rows) => rows.map(({ action }) => action))
const day = 86_400_000
const later = (days: number) => new Date(clock.now().getTime() + days * day)
const sensitive = sensitiveRoles([])

before(async () => {
  clock.set('2026-03-02T09:00:00Z')
  town = await temporaryDatabase({ now: clock.now })
  for (const name of ['anna', 'ben', 'cora', 'dora'] as const) await unit((db) => insertAccount(db, { id: id(name), name }))
})
after(() => town.close())

test('a role for a time counts until its moment and leaves the list at night', async () => {
  await unit((db) => grantRole(db, id('anna'), { role: 'editor', until: later(3) }))
  assert.deepEqual(await rolesOf('anna'), [{ role: 'editor', until: later(3).toISOString().replace('.000Z', '+00:00') }])
  clock.set(later(3).toISOString())
  assert.deepEqual(await rolesOf('anna'), [], 'the last moment is over')
  await unit(endRoles)
  await unit((db) => grantRole(db, id('anna'), { role: 'editor', until: later(3) }))
  await unit((db) => grantRole(db, id('anna'), { role: 'editor' }))
  await unit((db) => grantRole(db, id('anna'), { role: 'editor', until: later(1) }))
  assert.deepEqual(await rolesOf('anna'), [{ role: 'editor' }], 'a shorter wish takes nothing away')
  assert.ok((await actions()).includes('role.expire'))
})

test('a powerful role waits for a second person who neither asked nor gains', async () => {
  await unit((db) => grantRole(db, id('ben'), { role: 'town-admin' }))
  assert.equal(await unit((db) => giveRole(db, { accountId: id('cora'), role: 'town-admin', reason: 'Leitung' }, sensitive), 'ben'), 'waits')
  assert.equal(await unit((db) => giveRole(db, { accountId: id('cora'), role: 'town-admin' }, sensitive), 'ben'), 'waits', 'asking twice makes one wish')
  const open = await unit<Awaited<ReturnType<typeof listOpenRequests>>>(listOpenRequests)
  assert.deepEqual(open.map(({ name, role, requestedByName, reason }) => [name, role, requestedByName, reason]), [['cora', 'town-admin', 'ben', 'Leitung']])
  const wish = open[0]?.id ?? ''
  assert.equal(await unit((db) => confirmRequest(db, wish, actor('ben', 'town-admin')), 'ben'), 'admin.request-own')
  assert.equal(await unit((db) => confirmRequest(db, wish, actor('cora', 'town-admin')), 'cora'), 'admin.request-beneficiary')
  assert.deepEqual(await namesOf('cora'), [])
  const twice = await Promise.all([1, 2].map(() => unit<string | undefined>((db) => confirmRequest(db, wish, actor('dora', 'operator')), 'dora')))
  assert.deepEqual(twice.sort(), ['admin.request-over', undefined].sort(), 'of two confirmations at once one counts')
  assert.deepEqual(await namesOf('cora'), ['town-admin'])
})

test('a wish that nobody confirms lapses, and may be made again', async () => {
  await unit((db) => giveRole(db, { accountId: id('dora'), role: 'town-admin', reason: 'x' }, sensitive), 'ben')
  const [wish] = await unit<Awaited<ReturnType<typeof listOpenRequests>>>(listOpenRequests)
  clock.set(new Date(clock.now().getTime() + requestTerm).toISOString())
  assert.equal(await unit((db) => confirmRequest(db, wish?.id ?? '', actor('cora', 'town-admin')), 'cora'), 'admin.request-over')
  await unit((db) => giveRole(db, { accountId: id('dora'), role: 'town-admin', reason: 'y' }, sensitive), 'ben')
  const [again] = await unit<Awaited<ReturnType<typeof listOpenRequests>>>(listOpenRequests)
  assert.notEqual(again?.id, wish?.id)
  assert.equal(await unit((db) => closeRequest(db, again?.id ?? '', { id: id('cora') }), 'cora'), 'refused')
  assert.deepEqual(await namesOf('dora'), [])
})

test('a deputy holds the role from its first to its last moment, and only while it is the other person’s', async () => {
  await unit((db) => grantRole(db, id('dora'), { role: 'clerk' }))
  const order = { from: id('anna'), to: id('dora'), role: 'editor', organisation: '', validFrom: later(1), validUntil: later(5), reason: 'Urlaub' }
  assert.deepEqual(await unit((db) => delegateRole(db, order, sensitive), 'anna'), { done: 'given' })
  assert.deepEqual(await unit((db) => delegateRole(db, { ...order, validFrom: later(4), validUntil: later(9) }, sensitive), 'anna'), { refusal: 'overlap' })
  assert.deepEqual(await namesOf('dora'), ['clerk'], 'not yet')
  clock.set(later(1).toISOString())
  assert.deepEqual(await namesOf('dora'), ['clerk', 'editor for 1'])
  assert.deepEqual(await unit((db) => delegateRole(db, { ...order, from: id('dora'), to: id('ben') }, sensitive), 'dora'), { refusal: 'not-held' }, 'a deputy has no deputy')
  await unit((db) => revokeRole(db, id('anna'), { role: 'editor' }))
  assert.deepEqual(await namesOf('dora'), ['clerk'], 'what the one has lost the other does not keep')
  await unit((db) => grantRole(db, id('anna'), { role: 'editor' }))
  assert.deepEqual(await namesOf('dora'), ['clerk', 'editor for 1'])
  const [running] = await unit<Awaited<ReturnType<typeof listDelegationsOf>>>((db) => listDelegationsOf(db, id('dora')))
  await assert.rejects(unit((db) => endDelegation(db, running?.id ?? '', { id: id('cora') }), 'cora'), 'strangers end nothing')
  await unit((db) => endDelegation(db, running?.id ?? '', { id: id('dora') }), 'dora')
  assert.deepEqual(await namesOf('dora'), ['clerk'])
  assert.ok((await actions()).includes('role.decline'))
})

test('a powerful role is handed on by two people; who leaves takes every deputyship along', async () => {
  const order = { from: id('ben'), to: id('dora'), role: 'town-admin', organisation: '', validFrom: clock.now(), validUntil: later(5), reason: 'Kur' }
  assert.deepEqual(await unit((db) => delegateRole(db, order, sensitive), 'ben'), { done: 'waits' })
  const [wish] = await unit<Awaited<ReturnType<typeof listOpenRequests>>>(listOpenRequests)
  assert.equal(await unit((db) => confirmRequest(db, wish?.id ?? '', actor('dora', 'town-admin')), 'dora'), 'admin.request-beneficiary')
  assert.equal(await unit((db) => confirmRequest(db, wish?.id ?? '', actor('cora', 'town-admin')), 'cora'), undefined)
  assert.deepEqual(await namesOf('dora'), ['clerk', 'town-admin for 2'])
  await unit((db) => disableAccount(db, id('ben')))
  await unit((db) => enableAccount(db, id('ben')))
  assert.deepEqual(await namesOf('dora'), ['clerk'])
})

test('the staff directory gives and takes back its own roles and leaves the others alone', async () => {
  const follow = (...roles: string[]) => unit((db) => followDirectory(db, id('dora'), roles.map((role) => ({ role, organisation: '' })), sensitive))
  await follow('editor', 'operator')
  assert.deepEqual(await namesOf('dora'), ['clerk', 'editor'])
  assert.deepEqual((await unit<Awaited<ReturnType<typeof listOpenRequests>>>(listOpenRequests)).map(({ role, source }) => [role, source]), [['operator', 'directory']])
  await follow()
  assert.deepEqual(await namesOf('dora'), ['clerk'])
  assert.deepEqual(await unit(listOpenRequests), [])
})

test('property: whoever confirms is neither who asked, nor who gains, nor who hands on, and the wish is open', () => {
  const people = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(people, people, fc.option(people), fc.option(people), fc.constantFrom('town-admin', 'operator'), fc.constantFrom('town-admin', 'operator'), fc.boolean(), fc.boolean(), (who, gains, asked, from, role, has, open, decided) => {
      const now = new Date(1_000)
      const request = { accountId: gains, role, delegatedFrom: from, requestedBy: asked, expiresAt: new Date(open ? 1_001 : 1_000), validUntil: null, decision: decided ? 'refused' : null }
      const allowed = whyNotConfirm(request, { id: who, roles: [{ role: has }], level: 'high' }, now) === undefined
      assert.equal(allowed, open && !decided && who !== gains && who !== asked && who !== from && (role !== 'operator' || has === 'operator'))
    }),
  )
})

test('property: what is handed on is held without being a deputyship, goes to other staff, and ends', () => {
  const grants = fc.array(fc.record({ role: fc.constantFrom('citizen', 'editor', 'clerk'), deputyFor: fc.option(fc.constant('z'), { nil: undefined }) }), { maxLength: 4 })
  fc.assert(
    fc.property(grants, grants, fc.constantFrom('citizen', 'editor', 'clerk'), fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (mine, theirs, role, start, length) => {
      const clean = (list: typeof mine) => list.map(({ role: name, deputyFor }) => ({ role: name, ...(deputyFor !== undefined && { deputyFor }) }))
      const now = new Date('2026-03-02T09:00:00Z')
      const validFrom = new Date(now.getTime() + start * day)
      const validUntil = new Date(validFrom.getTime() + length * day)
      const refusal = whyNotDelegate({ from: 'a', to: { id: 'b', roles: clean(theirs), disabledAt: null }, roles: clean(mine), role, organisation: '', validFrom, validUntil, overlapping: 0 }, now)
      if (refusal !== undefined) return
      assert.ok(role !== 'citizen' && mine.some((one) => one.role === role && one.deputyFor === undefined))
      assert.ok(theirs.some((one) => one.role !== 'citizen') && !theirs.some((one) => one.role === role && one.deputyFor === undefined))
      assert.ok(validUntil > now && validUntil > validFrom && validUntil.getTime() - validFrom.getTime() <= longestDelegation)
    }),
  )
})
