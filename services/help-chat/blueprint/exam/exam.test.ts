import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findBank, lessons } from '../library.ts'
import { readDocument } from '../reader.ts'
import { readBank } from './bank.ts'
import { drawQuestions, incomplete, markTest, questionsInTest, type Given } from './rules.ts'

const here = { town: 'Stadt Musterhausen', service: 'Offenes Ohr', address: 'https://musterhausen.example.org/help-chat' }
const de = readBank(findBank('de', here).blocks)
const en = readBank(findBank('en', here).blocks)
const rightOf = (questions: typeof de): Given => new Map(questions.map(({ id, answers }) => [id, new Set(answers.flatMap(({ right }, at) => (right ? [at] : [])))]))

test('the bank is sound in both languages', () => {
  assert.ok(de.length >= 30)
  for (const [name, bank] of [['de', de], ['en', en]] as const) {
    for (const { id, text, answers, right, explanation } of bank) {
      assert.equal(answers.filter((answer) => answer.right).length, right, `${name} ${id}`)
      assert.equal(new Set(answers.map((answer) => answer.text)).size, answers.length, `${name} ${id}: an answer twice`)
      assert.ok(explanation.length > 15 && text.length > 15, `${name} ${id}`)
      // A question with several right answers says how many; one with a single one does not.
      const said = /Wählen Sie (zwei|drei)|Choose (two|three)|(?:zwei|two) (?:Sätze|sentences|Angaben|statements)/.exec(text)?.slice(1).find(Boolean)
      assert.equal(right > 1, said !== undefined || /Welche zwei|Which two/.test(text), `${name} ${id}: ${text}`)
      if (said) assert.equal({ zwei: 2, two: 2, drei: 3, three: 3 }[said], right, `${name} ${id}`)
    }
    for (const lesson of lessons) assert.ok(bank.filter((question) => question.lesson === lesson).length >= 4, `${name} ${lesson}`)
  }
})

test('both languages ask the same questions with the same answers right', () => {
  const shape = (bank: typeof de) => bank.map(({ id, answers }) => [id, answers.map(({ right }) => right)])
  assert.deepEqual(shape(en), shape(de))
})

test('the right answer has no favourite place', () => {
  const places = de.filter(({ right }) => right === 1).map(({ answers }) => answers.findIndex(({ right }) => right))
  for (const place of [0, 1, 2]) assert.ok(places.filter((at) => at === place).length >= 4, `place ${place}: ${places.join(' ')}`)
})

test('a bank with a mistake is refused', () => {
  const bank = (body: string) => readBank(readDocument(`---\ntitle: T\nsummary: S.\nversion: 1\ndate: 2026-01-01\nlicence: CC-BY-4.0\n---\n\n${body}\n`).blocks)
  assert.throws(() => bank('### role-1: Wer?\n- [ ] a\n- [ ] b\n- [ ] c\n\nDarum.'), /right and wrong/)
  assert.throws(() => bank('### role-1: Wer?\n- [x] a\n- [x] b\n- [x] c\n\nDarum.'), /right and wrong/)
  assert.throws(() => bank('### role-1: Wer?\n- [x] a\n- [ ] b\n\nDarum.'), /three answers/)
  assert.throws(() => bank('### role-1: Wer?\n- [x] a\n- [ ] b\n- [ ] c\n'), /explanation/)
  assert.throws(() => bank('### cooking-1: Wer?\n- [x] a\n- [ ] b\n- [ ] c\n\nDarum.'), /begins with a lesson/)
  assert.throws(() => bank('### role-1: Wer?\n- [x] a\n- [ ] b\n- [ ] c\n\nDarum.\n\n### role-1: Was?\n- [x] a\n- [ ] b\n- [ ] c\n\nDarum.'), /second heading|twice/)
})

test('a draw has twelve different questions of all lessons, and the same seed draws the same', () => {
  fc.assert(fc.property(fc.string(), (seed) => {
    const drawn = drawQuestions(de, seed)
    assert.equal(drawn.length, questionsInTest)
    assert.equal(new Set(drawn.map(({ id }) => id)).size, questionsInTest)
    assert.deepEqual(new Set(drawn.map(({ lesson }) => lesson)), new Set(lessons))
    assert.deepEqual(drawQuestions(de, seed), drawn)
    assert.deepEqual(drawQuestions(en, seed).map(({ id }) => id), drawn.map(({ id }) => id)) // whoever changes the language keeps the test
  }))
})

test('every question comes up', () => {
  const seen = new Set<string>()
  for (let seed = 0; seed < 300; seed++) for (const { id } of drawQuestions(de, `draw ${seed}`)) seen.add(id)
  assert.equal(seen.size, de.length)
})

test('ten of twelve pass, nine do not', () => {
  const questions = drawQuestions(de, 'any')
  const all = rightOf(questions)
  assert.deepEqual(markTest(questions, all), { right: questions.map(({ id }) => id), wrong: [], percent: 100, passed: true })
  const without = (n: number): Given => new Map([...all].map(([id, chosen], at) => (at < n ? [id, new Set([...chosen].map((place) => (place + 1) % 3))] : [id, chosen])))
  const [wrongFew, wrongMany] = [markTest(questions, without(2)), markTest(questions, without(3))]
  assert.ok(wrongFew.right.length >= 10 && wrongFew.passed)
  assert.equal(wrongMany.passed, wrongMany.right.length >= 10)
  assert.equal(markTest(questions, new Map()).passed, false)
})

test('a question counts only with exactly its right answers', () => {
  fc.assert(fc.property(fc.constantFrom(...de), fc.uniqueArray(fc.nat({ max: 4 })), (question, chosen) => {
    const given: Given = new Map([[question.id, new Set(chosen.filter((at) => at < question.answers.length))]])
    const isExact = question.answers.every(({ right }, at) => right === given.get(question.id)?.has(at))
    assert.equal(markTest([question], given).right.length, isExact ? 1 : 0)
    assert.equal(incomplete([question], given).length, given.get(question.id)?.size === question.right ? 0 : 1)
  }))
})
