import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '@modellregion/standards'
import { answerBy, datasetNames, isLate, isPublic, nextStates, whyNotHandle } from './rules.ts'
import { requestStates } from './schema.ts'

const today = plainDate('2026-03-04')

test('the town answers within four weeks, and is late the day after', () => {
  assert.equal(answerBy(today), '2026-04-01')
  assert.equal(isLate({ state: 'new', answerBy: plainDate('2026-03-04') }, today), false)
  assert.equal(isLate({ state: 'new', answerBy: plainDate('2026-03-03') }, today), true)
  assert.equal(isLate({ state: 'accepted', answerBy: plainDate('2026-03-03') }, today), false)
})

test('a refusal, a question and a rejection need words; a promise needs a day', () => {
  assert.deepEqual(whyNotHandle('new', { state: 'refused' }, today), { field: 'text', code: 'text-missing' })
  assert.equal(whyNotHandle('new', { state: 'refused', text: 'Weil Menschen zu erkennen sind.' }, today), undefined)
  assert.deepEqual(whyNotHandle('waiting', { state: 'rejected' }, today), { field: 'text', code: 'text-missing' })
  assert.deepEqual(whyNotHandle('new', { state: 'accepted' }, today), { field: 'expectedOn', code: 'day-missing' })
  assert.deepEqual(whyNotHandle('new', { state: 'accepted', expectedOn: '2026-03-03' }, today), { field: 'expectedOn', code: 'day-missing' })
  assert.equal(whyNotHandle('new', { state: 'accepted', expectedOn: '2026-03-04' }, today), undefined)
})

test('what nobody has read becomes public by reading only, and what is public is never hidden by a state', () => {
  assert.deepEqual(whyNotHandle('waiting', { state: 'published' }, today), { field: 'state', code: 'state-unchanged' })
  for (const state of requestStates) {
    assert.ok(nextStates(state).length > 0, `${state} is a dead end`)
    if (isPublic(state)) assert.ok(nextStates(state).every(isPublic), `${state} leads out of the public`)
  }
})

test('names are found in what staff paste', () => {
  assert.deepEqual(datasetNames(' trinkbrunnen\nhttps://aachen.example/open-data/dataset/baeume?x=1#files , trinkbrunnen/'), ['trinkbrunnen', 'baeume'])
  assert.deepEqual(datasetNames(''), [])
})

test('every short name comes back from its address', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,30}$/), (name) => {
      assert.deepEqual(datasetNames(`https://daten.example/open-data/dataset/${name}`), [name])
    }),
  )
})
