import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyDataset, emptyDistribution } from '../dcat/empty.ts'
import type { Dataset } from '../dcat/schema.ts'
import { isMany, readAnswers, shownAs } from './answers.ts'
import { applyBulk } from './bulk.ts'
import { qualityOf } from './quality.ts'
import { allQuestions, fileQuestions, ofFile, questions } from './questions.ts'
import { differences, mergeDrafts, mergeLists, mergeOne } from './rules.ts'
import type { DatasetQuestion } from './schema.ts'

const file = '01890000-0000-7000-8000-000000000001'
const start: Dataset = { ...emptyDataset, title: { de: 'Ladesäulen' }, keyword: { de: ['Strom'] }, distribution: [{ ...emptyDistribution, id: file }] }
const asked: readonly DatasetQuestion[] = [...allQuestions, ...fileQuestions.map((question) => ofFile(question, file, 0))]
const named = (name: string): DatasetQuestion => asked.find((question) => question.name === name) ?? assert.fail(name)
const say = (dataset: Dataset, answers: Readonly<Record<string, readonly string[]>>): Dataset => Object.entries(answers).reduce((said, [name, answer]) => named(name).write(said, answer), dataset)

test('two who change different answers are brought together', () => {
  const { document, conflicts, news } = mergeDrafts(start, say(start, { title: ['Ladesäulen 2026'] }), say(start, { description: ['Alle Standorte.'] }), questions.what)
  assert.deepEqual([document.title, document.description, conflicts], [{ de: 'Ladesäulen 2026' }, { de: 'Alle Standorte.' }, []])
  assert.deepEqual(news.map(({ name }) => name), ['description'])
})

test('keywords of both stay, and what one has taken away is gone', () => {
  assert.deepEqual(mergeLists({ base: ['Strom', 'Auto'], mine: ['Strom', 'Auto', 'Laden'], theirs: ['Auto', 'Verkehr'] }), ['Auto', 'Verkehr', 'Laden'])
})

test('two who change the same answer are asked, and nothing of either is lost', () => {
  const { document, conflicts } = mergeDrafts(start, say(start, { title: ['Meins'] }), say(start, { title: ['Ihres'] }), questions.what)
  assert.deepEqual(conflicts.map(({ question, base, mine, theirs }) => [question.name, base, mine, theirs]), [['title', ['Ladesäulen'], ['Meins'], ['Ihres']]])
  assert.deepEqual(document.title, { de: 'Ihres' })
})

const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })

test('lists: what either side adds is there, what either takes away is not, whatever the order', () => {
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      const merged = mergeLists({ base, mine, theirs })
      const expected = [...new Set([...base, ...mine, ...theirs])].filter((word) => (base.includes(word) ? mine.includes(word) && theirs.includes(word) : true))
      assert.deepEqual([...merged].sort(), expected.sort())
      assert.deepEqual([...merged].sort(), [...mergeLists({ base, mine: theirs, theirs: mine })].sort())
    }),
  )
})

test('single answers: whoever alone has changed wins, and only two different changes collide', () => {
  const answer = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 1 })
  fc.assert(
    fc.property(answer, answer, answer, (base, mine, theirs) => {
      const same = (one: readonly string[], other: readonly string[]) => one[0] === other[0]
      const merged = mergeOne({ base, mine, theirs })
      if (same(mine, base)) assert.deepEqual(merged, theirs)
      else if (same(theirs, base)) assert.deepEqual(merged, mine)
      else assert.deepEqual(merged, same(mine, theirs) ? mine : undefined)
    }),
  )
})

// An answer of the kind its question takes.
const answersFor = (question: DatasetQuestion): fc.Arbitrary<readonly string[]> => {
  const one = question.kind === 'places' ? fc.constantFrom('Musterstadt (05334002)', '05334') : question.kind === 'number' ? fc.integer({ min: 1, max: 1_000 }).map(String) : fc.constantFrom('x', 'y', 'z')
  return fc.uniqueArray(one, { maxLength: isMany(question) ? 3 : 1 })
}

test('every question reads what was written, and writing touches no other answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...asked).chain((question) => fc.tuple(fc.constant(question), answersFor(question))),
      ([question, answers]) => {
        const said = question.write(start, answers)
        assert.deepEqual(question.read(said), answers)
        const others = differences(start, said, asked.filter(({ name }) => name !== question.name))
        assert.deepEqual(others.map(({ name }) => name), [])
      },
    ),
    { numRuns: 500 },
  )
})

test('all that both sides typed is in the merged draft or in the collisions', () => {
  const changes = fc.constantFrom(...asked).chain((question) => fc.tuple(fc.constant(question.name), answersFor(question)))
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), fc.array(changes, { maxLength: 6 }), (mine, theirs) => {
      const [my, their] = [say(start, Object.fromEntries(mine)), say(start, Object.fromEntries(theirs))]
      const { document, conflicts } = mergeDrafts(start, my, their, asked)
      for (const question of asked) {
        const collision = conflicts.find((one) => one.question.name === question.name)
        const kept = [...question.read(document), ...(collision?.mine ?? [])]
        const base = question.read(start)
        for (const answer of [...question.read(my), ...question.read(their)]) if (!base.includes(answer)) assert.ok(kept.includes(answer), `${question.name}: ${answer}`)
      }
    }),
  )
})

const typed: readonly (readonly [string, string, readonly string[] | string])[] = [
  ['temporal-start', '31.12.2026', ['2026-12-31']],
  ['temporal-start', '5.2026', ['2026-05']],
  ['temporal-start', '2026', ['2026']],
  ['temporal-start', '30.2.2026', 'date'],
  ['temporal-start', 'gestern', 'date'],
  ['contact-email', 'daten@stadt.example', ['daten@stadt.example']],
  ['contact-email', 'daten.stadt.example', 'mail'],
  ['contact-url', 'www.stadt.example', 'url'],
  ['keyword', 'Strom, Auto; Strom', ['Strom', 'Auto']],
  ['places', 'Musterstadt (05334002)\n05334', ['Musterstadt (05334002)', '05334']],
  ['places', 'Nirgendwo', 'place'],
  ['temporal-resolution', 'P1D', ['P1D']],
  ['temporal-resolution', 'täglich', 'duration'],
  ['spatial-resolution', '2,5', ['2.5']],
]
for (const [name, text, expected] of typed)
  test(`"${text.replace('\n', ' / ')}" as ${name} is ${typeof expected === 'string' ? `no answer: ${expected}` : expected.join(' and ')}`, () => {
    const read = readAnswers(named(name), { [name]: text })
    assert.deepEqual(read, typeof expected === 'string' ? { ok: false, problem: expected } : { ok: true, answers: expected })
  })

test('what a field shows is read again as the same answers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...asked.filter(({ kind }) => kind === 'tags' || kind === 'places' || kind === 'line' || kind === 'choices' || kind === 'number')).chain((question) => fc.tuple(fc.constant(question), answersFor(question))),
      ([question, answers]) => assert.deepEqual(readAnswers(question, { [question.name]: shownAs(question, answers) }), { ok: true, answers }),
    ),
  )
})

test('a bulk change says what it says and nothing else, and doing it twice changes nothing more', () => {
  const change = { theme: 'http://publications.europa.eu/resource/authority/data-theme/TRAN', addKeywords: ['Verkehr', 'strom'], removeKeywords: ['auto'] }
  const once = applyBulk(say(start, { keyword: ['Strom', 'Auto'] }), change)
  assert.deepEqual(once.keyword, { de: ['Strom', 'Verkehr'] })
  assert.deepEqual(once.title, start.title)
  assert.deepEqual(applyBulk(once, change), once)
})

test('each improvement that is offered for an answer brings its points', () => {
  const before = qualityOf(start)
  const gain = before.next.find(({ id }) => id === 'theme')?.gain ?? assert.fail('theme')
  assert.equal(qualityOf(say(start, { theme: ['http://publications.europa.eu/resource/authority/data-theme/TRAN'] })).points, before.points + gain)
})
