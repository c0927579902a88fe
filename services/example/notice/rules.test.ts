import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, plainDate } from '@modellregion/standards'
import { readForm } from '@modellregion/kernel'
import { isOnBoard, latestEnd, lettersIn, longestWeeks, openNoticesPerPerson, whyNotPost } from './rules.ts'
import { NoticeForm, textLimit } from './schema.ts'

const today = plainDate('2026-03-10')

test('a notice hangs from today to twelve weeks from now, both days included', () => {
  assert.equal(whyNotPost(today, today, 0), undefined)
  assert.equal(whyNotPost(plainDate('2026-06-02'), today, 0), undefined)
  assert.deepEqual(whyNotPost(plainDate('2026-03-09'), today, 0), { field: 'endsOn', code: 'ends-too-early' })
  assert.deepEqual(whyNotPost(plainDate('2026-06-03'), today, 0), { field: 'endsOn', code: 'ends-too-late' })
})

test('nobody has more than five at a time', () => {
  assert.equal(whyNotPost(today, today, openNoticesPerPerson - 1), undefined)
  assert.deepEqual(whyNotPost(today, today, openNoticesPerPerson), { code: 'too-many' })
})

const days = fc.integer({ min: -500, max: 500 })
const open = fc.integer({ min: 0, max: 20 })

test('what may be posted hangs today, and is gone after twelve weeks at the latest', () => {
  fc.assert(
    fc.property(days, days, open, (start, length, others) => {
      const now = addDays(today, start)
      const endsOn = addDays(now, length)
      const accepted = whyNotPost(endsOn, now, others) === undefined
      assert.equal(accepted, length >= 0 && length <= longestWeeks * 7 && others < openNoticesPerPerson)
      if (!accepted) return
      assert.ok(isOnBoard({ state: 'open', endsOn }, now))
      assert.ok(!isOnBoard({ state: 'open', endsOn }, addDays(latestEnd(now), 1)))
    }),
  )
})

test('what was taken down hangs on no day', () => {
  fc.assert(fc.property(days, fc.constantFrom('ended', 'withdrawn', 'hidden'), (offset, state) => !isOnBoard({ state, endsOn: addDays(today, 1_000) }, addDays(today, offset))))
})

test('whoever has room left in the browser is not refused by the form', () => {
  const fits = (text: string) => readForm(NoticeForm, { title: 'Leiter', text, endsOn: '2026-03-11' }).ok
  fc.assert(
    fc.property(fc.integer({ min: 1, max: textLimit + 2 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), (count, letters) => {
      const text = `x${letters.repeat(count)}`
      if (lettersIn(text) <= textLimit) assert.ok(fits(text))
    }),
  )
  for (const letter of ['a', 'ü', 'u\u0308', '\r\n'])
    for (const count of [textLimit, textLimit + 1]) assert.equal(fits(`${letter.repeat(count - 1)}x`), lettersIn(`${letter.repeat(count - 1)}x`) <= textLimit, `${count} of ${JSON.stringify(letter)}`)
})
