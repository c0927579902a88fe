import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sampleDataset } from '../check/sample-testing.ts'
import { emptyDataset } from '../dcat/empty.ts'
import { addressesOf, lateAfterDays, nextCheck, promises, queuesByHost, standingOf } from './rules.ts'

const frequency = (code: string) => `http://publications.europa.eu/resource/authority/frequency/${code}`
const now = new Date('2026-03-31T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

describe('promise and reality', () => {
  for (const [code, age, standing] of [['DAILY', 2, 'kept'], ['DAILY', 4, 'late'], ['MONTHLY', 38, 'kept'], ['MONTHLY', 40, 'late'], ['ANNUAL', 450, 'kept'], ['ANNUAL', 459, 'late'], ['IRREG', 9_000, 'unpromised'], ['AS_NEEDED', 9_000, 'unpromised'], ['NEVER', 9_000, 'unpromised']] as const)
    it(`${code}, ${age} days old: ${standing}`, () => assert.equal(standingOf(frequency(code), daysAgo(age), now), standing))
  it('without a date nothing can be said, without a frequency nothing is promised', () => {
    assert.equal(standingOf(frequency('DAILY'), null, now), 'undated')
    assert.equal(standingOf(undefined, daysAgo(1), now), 'unpromised')
    assert.equal(standingOf('https://example.org/often', daysAgo(1), now), 'unpromised')
  })
  it('the promises for queries are those of the rules', () => {
    assert.ok(promises.length > 25)
    for (const { uri, days } of promises) assert.equal(lateAfterDays(uri), days)
  })
  it('who was on time once does not become late by being younger', () => {
    fc.assert(fc.property(fc.constantFrom(...promises), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), ({ uri }, a, b) => {
      const [younger, older] = [Math.min(a, b), Math.max(a, b)]
      if (standingOf(uri, daysAgo(older), now) === 'kept') assert.equal(standingOf(uri, daysAgo(younger), now), 'kept')
    }))
  })
})

describe('asking again', () => {
  const days = (state: 'reachable' | 'unreachable' | 'unknown' | 'unasked', failures = 0) => (nextCheck(now, { state }, failures).getTime() - now.getTime()) / 86_400_000
  it('weekly while it answers, then in growing intervals up to a month', () => {
    assert.equal(days('reachable'), 7)
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 40].map((failures) => days('unreachable', failures)), [1, 2, 4, 8, 16, 30, 30, 30])
    assert.deepEqual([days('unknown'), days('unasked')], [1, 30])
  })
  it('a host is asked by one queue, and no more than allowed', () => {
    const queues = queuesByHost([{ host: 'a', n: 1 }, { host: 'b', n: 2 }, { host: 'a', n: 3 }, { host: 'a', n: 4 }], 2)
    assert.deepEqual(queues.map((queue) => queue.map(({ n }) => n)), [[1, 3], [2]])
  })
})

it('the addresses of a description are those a person or program would open, each once per role', () => {
  assert.deepEqual(addressesOf(sampleDataset), [{ address: 'https://example.org/baeume', role: 'access' }, { address: 'https://example.org/baeume.csv', role: 'download' }, { address: 'https://example.org/wms', role: 'service' }])
  assert.deepEqual(addressesOf({ ...emptyDataset, page: ['https://example.org/x', 'https://example.org/x', 'urn:uuid:1', 'mailto:a@example.org'] }), [{ address: 'https://example.org/x', role: 'page' }])
})
