import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { usualCatalogue } from './criteria/usual.ts'
import { answerField, decisionOf, readMoment, scoreOf, whyNotStep, whyNotVote, type VoteWish } from './rules.ts'
import type { CriterionAnswer, Verdict } from './schema.ts'

const criteria = usualCatalogue.criteria.filter(({ stage }) => stage === 'decide')
const allYes = Object.fromEntries(criteria.map(({ code }) => [code, 'yes' as const]))
const wish = (more: Partial<VoteWish>): VoteWish => ({ verdict: 'accept', answers: allYes, grounds: [], reasons: '', publicReason: '', ...more })
const nobody = () => false
const codes = (more: Partial<VoteWish>, names = nobody) => whyNotVote(wish(more), criteria, names).map(({ field, code }) => `${field}: ${code}`)

test('two agreeing members decide, one or two who differ do not', () => {
  const votes = (...verdicts: Verdict[]) => decisionOf(verdicts.map((verdict) => ({ verdict })))
  assert.equal(votes('accept'), undefined)
  assert.equal(votes('accept', 'refuse'), undefined)
  assert.equal(votes('accept', 'refuse', 'accept'), 'accept')
  assert.equal(votes('return', 'return'), 'return')
})

test('nobody checks or decides about their own draft, and the checker does not vote', () => {
  const hands = { author: 'dana', writers: ['dana', 'eva'], checker: 'emil' }
  assert.equal(whyNotStep('dana', 'check', hands), 'own-draft')
  assert.equal(whyNotStep('eva', 'check', hands), 'own-draft')
  assert.equal(whyNotStep('emil', 'check', hands), undefined)
  assert.equal(whyNotStep('emil', 'decide', hands), 'own-check')
  assert.equal(whyNotStep('gesa', 'decide', hands), undefined)
  assert.equal(whyNotStep(undefined, 'decide', hands), 'own-draft')
})

test('an agreement needs every answer and a yes to each knock-out question', () => {
  assert.deepEqual(codes({}), [])
  const { 'no-persons': _, ...without } = allYes
  assert.deepEqual(codes({ answers: without }), ['answer-no-persons: answer-missing'])
  assert.deepEqual(codes({ answers: { ...allYes, 'no-persons': 'open' } }), ['answer-no-persons: knocked-out'])
  assert.deepEqual(codes({ answers: { ...allYes, useful: 'no' } }), [])
})

test('returning needs reasons, refusing also grounds and a public reason without people', () => {
  assert.deepEqual(codes({ verdict: 'return' }), ['reasons: reasons-missing'])
  assert.deepEqual(codes({ verdict: 'return', reasons: 'Bitte die Jahre ergänzen.' }), [])
  assert.deepEqual(codes({ verdict: 'refuse', reasons: 'Einzelne sind erkennbar.' }), ['grounds: grounds-missing', 'publicReason: public-reason-missing'])
  assert.deepEqual(codes({ verdict: 'refuse', reasons: 'Einzelne sind erkennbar.', grounds: ['data-protection'], publicReason: 'Frau Beispiel ist erkennbar.' }, () => true), ['publicReason: public-reason-names'])
})

test('no mix of answers with a failed knock-out question is ever an agreement', () => {
  const answer = fc.constantFrom<CriterionAnswer | undefined>('yes', 'no', 'open', undefined)
  fc.assert(
    fc.property(fc.tuple(...criteria.map(() => answer)), (given) => {
      const answers = Object.fromEntries(criteria.flatMap(({ code }, at) => (given[at] ? [[code, given[at]]] : [])))
      const may = criteria.every(({ code, knockOut }) => answers[code] !== undefined && (!knockOut || answers[code] === 'yes'))
      assert.equal(whyNotVote(wish({ answers }), criteria, nobody).length === 0, may)
      const score = scoreOf(answers, criteria)
      assert.ok(score >= 0 && score <= 1)
    }),
  )
})

test('the moment of publication, on clocks in Berlin', () => {
  assert.equal(readMoment('2026-03-04')?.toISOString(), '2026-03-03T23:00:00.000Z')
  assert.equal(readMoment('2026-07-04T08:00')?.toISOString(), '2026-07-04T06:00:00.000Z')
  assert.equal(readMoment('2026-07-04T08:00:00Z')?.toISOString(), '2026-07-04T08:00:00.000Z')
  for (const text of ['', 'morgen', '2026-02-30', '2026-03-04T25:00']) assert.equal(readMoment(text), undefined, text)
})

test('codes of the catalogue are unique and fit the names of form fields', () => {
  const all = usualCatalogue.criteria.map(({ code }) => answerField(code))
  assert.equal(new Set(all).size, all.length)
  assert.ok(all.every((field) => /^answer-[a-z-]+$/.test(field)))
})
