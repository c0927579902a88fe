import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, localDate, plainDate, plainDateOf, yearsBetween } from '@modellregion/standards'
import { claimOf, codeOf, endOf, fullAgeAt, grouped, isUsable, mayAnswer, mayEnd, reachesClient, readCode, stateNow, whyNotGrant, whyNotRequest } from './rules.ts'
import type { Mandate, MandateState } from './schema.ts'

const now = new Date('2026-06-01T10:00:00Z')
const today = localDate(now)
const mandate = (change: Partial<Mandate> = {}): Mandate => ({
  id: 'm', kind: 'power-of-attorney', state: 'active', principalId: 'p', principalName: 'Mia Beispiel', principalBirthDate: null, registerNumber: null, representativeId: 'r',
  representativeLabel: '', scope: [], validFrom: new Date('2026-01-01'), validUntil: null, reference: '', custody: null, document: null, decidedAt: null, endedAt: null, createdAt: new Date('2026-05-30'), ...change,
})

test('a child born on 2 June is of age when that day begins in Berlin, and one born on 29 February on 1 March', () => {
  assert.equal(fullAgeAt(plainDate('2008-06-02')).toISOString(), '2026-06-01T22:00:00.000Z')
  assert.equal(fullAgeAt(plainDate('2008-02-29')).toISOString(), '2026-02-28T23:00:00.000Z')
})

const births = fc.integer({ min: 0, max: 40_000 }).map((days) => add(plainDateOf(1950, 1, 1), { days }))

test('the moment before full age a parent may act, from that moment on nobody may, and only then are 18 years complete', () => {
  fc.assert(
    fc.property(births, (birth) => {
      const end = fullAgeAt(birth)
      const child = mandate({ kind: 'parent', principalId: null, principalBirthDate: birth, validFrom: new Date('1900-01-01') })
      const before = new Date(end.getTime() - 1)
      assert.ok(isUsable(child, before) && !isUsable(child, end))
      assert.equal(yearsBetween(birth, localDate(before)), 17)
      assert.ok(yearsBetween(birth, localDate(end)) >= 18)
    }),
  )
})

test('whatever is entered, a mandate is never usable outside its time, its state or without a representative', () => {
  const states = fc.constantFrom<MandateState>('proposed', 'active', 'revoked', 'ended', 'declined')
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(states, moment, fc.option(moment), moment, fc.option(fc.constant('r')), (state, validFrom, validUntil, at, representativeId) => {
      const one = mandate({ state, validFrom, validUntil, representativeId })
      const allowed = state === 'active' && validFrom <= at && (validUntil === null || at < validUntil) && representativeId !== null
      assert.equal(isUsable(one, at), allowed)
      const until = claimOf(one).until
      assert.equal(until === undefined ? undefined : new Date(until).getTime(), endOf(one)?.getTime())
    }),
  )
})

test('an offer that nobody has taken for two weeks is over', () => {
  const offer = mandate({ state: 'proposed', createdAt: new Date(now.getTime() - 14 * 86_400_000) })
  assert.equal(stateNow(offer, now), 'ended')
  assert.equal(stateNow(offer, new Date(now.getTime() - 1)), 'proposed')
})

test('a limited mandate is of use at the platform, which checks each service, and at a client only when it is named', () => {
  assert.ok(reachesClient(mandate({ scope: ['example'] }), 'modellregion', true))
  assert.ok(!reachesClient(mandate({ scope: ['example'] }), 'library', false))
  assert.ok(reachesClient(mandate({ scope: ['library'] }), 'library', false))
})

test('nobody accepts but the one to whom a power was offered, and representations by law accepts nobody', () => {
  const offer = mandate({ state: 'proposed' })
  assert.ok(mayAnswer(offer, 'r', now))
  for (const who of ['p', 'x']) assert.ok(!mayAnswer(offer, who, now))
  assert.ok(!mayAnswer(mandate({ kind: 'parent', state: 'proposed', principalId: null }), 'r', now))
  assert.ok(mayEnd(mandate(), 'p', now) && mayEnd(mandate(), 'r', now) && !mayEnd(mandate(), 'x', now))
})

test('what is wrong with a power or a request is said at its field', () => {
  const grant = { to: 'code', extent: 'some', scope: ['example'], until: add(today, { years: 1 }) } as const
  assert.equal(whyNotGrant({ ...grant, scope: ['example'] }, today, ['example']), undefined)
  assert.equal(whyNotGrant({ ...grant, scope: [] }, today, ['example'])?.code, 'scope-missing')
  assert.equal(whyNotGrant({ ...grant, scope: ['else'] }, today, ['example'])?.code, 'scope-unknown')
  assert.equal(whyNotGrant({ ...grant, scope: ['example'], until: '2026-05-31' }, today, ['example'])?.code, 'until-past')
  assert.equal(whyNotGrant({ ...grant, scope: ['example'], until: '2031-06-02' }, today, ['example'])?.code, 'until-too-late')
  assert.equal(whyNotGrant({ ...grant, to: 'user-name', scope: ['example'] }, today, ['example'])?.code, 'user-name-missing')
  const request = { kind: 'parent', name: 'Kim', extent: 'all', reference: 'G 1', custody: 'sole', birthDate: '2015-01-01' } as const
  assert.equal(whyNotRequest(request, today, []), undefined)
  assert.equal(whyNotRequest({ ...request, birthDate: '2008-06-01' }, today, [])?.code, 'of-age')
  assert.equal(whyNotRequest({ ...request, birthDate: '2008-06-02' }, today, []), undefined)
  assert.equal(whyNotRequest({ ...request, kind: 'company' }, today, [])?.code, 'register-missing')
})

test('a code survives being written by hand', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 32 }), (bytes) => {
      const code = codeOf(bytes)
      assert.equal(readCode(` ${grouped(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `), code)
    }),
  )
  for (const wrong of ['', 'ABC', '7K3M-Q9TX-2BH', '7K3M-Q9TX-2BH!', '7K3M-Q9TX-2BHWX']) assert.equal(readCode(wrong), undefined)
})
