import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Type } from 'typebox'
import { readForm } from './form.ts'

const Feedback = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 20 }),
  mail: Type.Optional(Type.String({ pattern: '^[^@ ]+@[^@ ]+$' })),
  age: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
  share: Type.Optional(Type.Number()),
  topics: Type.Optional(Type.Array(Type.String(), { maxItems: 2 })),
  agree: Type.Boolean(),
  tone: Type.Union([Type.Literal('praise'), Type.Literal('problem')]),
})
const good = { text: ' Rampe fehlt ', agree: 'on', tone: 'problem' }

test('a good form gives typed values, trimmed', () => {
  const read = readForm(Feedback, { ...good, age: '42', share: '1.234,5', topics: 'bus' })
  assert.ok(read.ok)
  assert.deepEqual(read.value, { text: 'Rampe fehlt', agree: true, tone: 'problem', age: 42, share: 1234.5, topics: ['bus'] })
})

test('each mistake has its code, in the order of the page, and what was typed stays', () => {
  const read = readForm(Feedback, { text: 'x'.repeat(21), mail: 'mia', age: '1,5', topics: ['a', 'b', 'c'], tone: 'rage' })
  assert.ok(!read.ok)
  assert.deepEqual(
    read.errors.map(({ field, code }) => [field, code]),
    [['text', 'too-long'], ['mail', 'wrong-form'], ['age', 'not-whole'], ['topics', 'too-long'], ['tone', 'not-offered']],
  )
  assert.equal(read.typed['age'], '1,5')
})

test('nothing typed is missing, not too short', () => {
  const read = readForm(Feedback, { ...good, text: '   ' })
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, [{ field: 'text', code: 'missing' }])
})

test('whatever is sent, reading never throws and typed text is kept', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('text', 'mail', 'age', 'share', 'topics', 'agree', 'tone', 'other'), fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))), (fields) => {
      const read = readForm(Feedback, fields)
      if (typeof fields['text'] === 'string') assert.equal(read.typed['text'], fields['text'])
    }),
  )
})

const Stay = Type.Object({ from: Type.String({ format: 'date' }), to: Type.Optional(Type.String({ format: 'date' })) })
const day = (name: string, day: string, month: string, year: string) => ({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year })

test('a date may be typed in three parts or in one', () => {
  const read = readForm(Stay, { ...day('from', '4', '3', '2026'), to: '2026-03-05' })
  assert.ok(read.ok)
  assert.deepEqual(read.value, { from: '2026-03-04', to: '2026-03-05' })
})

const wrongDates: readonly (readonly [readonly [string, string, string], string])[] = [[['', '', ''], 'missing'], [['4', '', '2026'], 'date-missing-part'], [['30', '2', '2026'], 'date-unreal'], [['x', '2', '2026'], 'date-unreal'], [['1', '1', '26'], 'date-unreal']]
for (const [parts, code] of wrongDates)
  test(`the date ${parts.join('.')} is ${code} and stays as typed`, () => {
    const read = readForm(Stay, day('from', ...parts))
    assert.ok(!read.ok)
    assert.deepEqual(read.errors, [{ field: 'from', code }])
    assert.deepEqual(read.typed, { ...day('from', ...parts), ...day('to', '', '', '') })
  })

test('an address for mail has words of its own', () => {
  const read = readForm(Type.Object({ mail: Type.String({ format: 'email' }) }), { mail: 'mia.beispiel' })
  assert.ok(!read.ok)
  assert.deepEqual(read.errors, [{ field: 'mail', code: 'mail' }])
})
