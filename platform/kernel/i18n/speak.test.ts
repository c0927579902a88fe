import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speak, watchFallbacks, type Overrides } from './speak.ts'
import { defineWords, mergeWords, type Dictionary, type Translation } from './words.ts'

const de = {
  'page.title': 'Anträge',
  'page.kept': { sie: 'Ihre Eingaben sind noch da.', du: 'Deine Eingaben sind noch da.' },
  'page.hits.one': (p: { query: string }, f) => `1 Treffer für ${f.quote(p.query)}`,
  'page.hits.other': (p: { count: number; query: string }, f) => `${f.number(p.count)} Treffer für ${f.quote(p.query)}`,
  'page.days.one': '1 Tag',
  'page.days.other': (p: { count: number }, f) => `${f.number(p.count)} Tage`,
  'page.until': (p: { until: Date }, f) => ({ sie: `Sie haben Zeit bis ${f.date(p.until)}.`, du: `Du hast Zeit bis ${f.date(p.until)}.` }),
  'page.share': (p: { share: number }, f) => `${f.percent(p.share)} erledigt`,
  'page.teachers': (_, f) => `Für ${f.person('teacher', 'many')}`,
} satisfies Dictionary
const en = {
  'page.title': 'Applications',
  'page.kept': 'What you entered is still here.',
  'page.hits.one': (p, f) => `1 result for ${f.quote(p.query)}`,
  'page.hits.other': (p, f) => `${f.number(p.count)} results for ${f.quote(p.query)}`,
  'page.days.one': '1 day',
  'page.days.other': (p, f) => `${f.number(p.count)} days`,
  'page.until': (p, f) => `You have until ${f.date(p.until)}.`,
  'page.share': (p, f) => `${f.percent(p.share)} done`,
  'page.teachers': (_, f) => `For ${f.person('teacher', 'many')}`,
} satisfies Translation<typeof de>
const words = defineWords({ de, en, leicht: { 'page.title': 'An·träge und **keine** Briefe\nPost·leit·zahl' } })
const until = new Date('2026-03-04T12:00:00Z')

test('the reader gets the language and form of address that was chosen', () => {
  assert.equal(speak(words, { locale: 'de' })('page.kept'), 'Ihre Eingaben sind noch da.')
  assert.equal(speak(words, { locale: 'de', form: 'du' })('page.kept'), 'Deine Eingaben sind noch da.')
  assert.equal(speak(words, { locale: 'de', form: 'du' })('page.until', { until }), 'Du hast Zeit bis 4. März 2026.')
  assert.equal(speak(words, { locale: 'en', form: 'du' })('page.until', { until }), 'You have until 4 March 2026.')
})

test('counted texts choose between one and other', () => {
  const t = speak(words, { locale: 'de' })
  assert.equal(t.count('page.hits', 1, { query: 'Kita' }), '1 Treffer für „Kita“')
  assert.equal(t.count('page.hits', 0, { query: 'Kita' }), '0 Treffer für „Kita“')
  assert.equal(t.count('page.hits', 12345, { query: 'Kita' }), '12.345 Treffer für „Kita“')
  assert.equal(t.count('page.days', 1), '1 Tag')
  assert.equal(speak(words, { locale: 'en' }).count('page.days', 2), '2 days')
})

test('Leichte Sprache shows compounds as the town wants, and falls back to formal German openly', () => {
  const t = speak(words, { locale: 'de-x-leicht', form: 'du' })
  assert.equal(t('page.title'), 'An-Träge und keine Briefe\nPost-Leit-Zahl')
  assert.equal(speak(words, { locale: 'de-x-leicht', compounds: 'none' })('page.title'), 'Anträge und keine Briefe\nPostleitzahl')
  assert.deepEqual(t.lines('page.title'), [
    [{ text: 'An-Träge und ', strong: false }, { text: 'keine', strong: true }, { text: ' Briefe', strong: false }],
    [{ text: 'Post-Leit-Zahl', strong: false }],
  ])
  assert.equal(t('page.kept'), 'Ihre Eingaben sind noch da.')
  assert.match(t('page.share', { share: 0.125 }), /^12,5.% erledigt$/, 'German that stands in is German in its numbers, too')
  assert.equal(t.isFallback('page.title'), false)
  assert.equal(t.isFallback('page.kept'), true)
  assert.equal(speak(words, { locale: 'en' }).isFallback('page.kept'), false)
})

test('a page can say which texts were missing', () => {
  const { t, missing } = watchFallbacks(speak(words, { locale: 'de-x-leicht' }))
  t('page.title')
  assert.deepEqual(missing(), [])
  t('page.kept')
  assert.equal(t.count('page.days', 3), '3 Tage')
  t.lines('page.until', { until })
  assert.deepEqual(missing(), ['page.kept', 'page.days.other', 'page.until'])
  const german = watchFallbacks(speak(words, { locale: 'de' }))
  german.t('page.kept')
  assert.deepEqual(german.missing(), [])
})

test('a town words texts its own way, per language, with the same arguments', () => {
  const overrides: Overrides = { 'page.title': 'Anliegen', 'en:page.title': 'Matters', 'page.hits.other': '{count}-mal {query}, {unknown}', 'page.kept': { sie: 'A', du: 'B' } }
  const t = speak(words, { locale: 'de', overrides })
  assert.equal(t('page.title'), 'Anliegen')
  assert.equal(t.count('page.hits', 1234, { query: 'Kita' }), '1.234-mal Kita, {unknown}')
  assert.equal(speak(words, { locale: 'de', form: 'du', overrides })('page.kept'), 'B')
  assert.equal(speak(words, { locale: 'en', overrides })('page.title'), 'Matters')
  assert.equal(speak(words, { locale: 'en', overrides })('page.kept'), 'What you entered is still here.')
  assert.equal(speak(words, { locale: 'de' })('page.title'), 'Anträge')
})

test('an override cannot reach into the prototype of anything', () => {
  const overrides = { 'page.hits.other': '{constructor} {toString} {count}' }
  assert.equal(speak(words, { locale: 'de', overrides }).count('page.hits', 2, { query: '' }), '{constructor} {toString} 2')
  const t = speak(words, { locale: 'de' })
  assert.equal(t.find('constructor'), undefined)
  assert.equal(t.knows('toString'), false)
})

test('keys known only at run time', () => {
  const t = speak(words, { locale: 'de' })
  assert.equal(t.find('page.hits.other', { count: 2, query: 'x' }), '2 Treffer für „x“')
  assert.equal(t.find('page.nothing'), undefined)
})

test('the same voice is the same speaker, and a plain text costs less than a microsecond', () => {
  assert.equal(speak(words, { locale: 'de' }), speak(words, { locale: 'de', form: 'sie', gender: 'neutral' }))
  assert.equal(speak(words, { locale: 'de' }), speak(words, { locale: 'de', overrides: {} }))
  assert.notEqual(speak(words, { locale: 'de' }), speak(words, { locale: 'de', gender: 'star' }))
  const t = speak(words, { locale: 'de' })
  const rounds = [1, 2, 3].map(() => {
    const start = process.hrtime.bigint()
    for (let i = 0; i < 20_000; i++) t('page.title')
    return Number(process.hrtime.bigint() - start) / 20_000
  })
  assert.ok(Math.min(...rounds) < 1000, `${Math.min(...rounds)} ns`)
})

test('people are named as the town chose', () => {
  const gender = (gender: 'neutral' | 'pair' | 'star' | 'colon') => speak(words, { locale: 'de', gender })('page.teachers')
  assert.equal(gender('neutral'), 'Für Lehrkräfte')
  assert.equal(gender('pair'), 'Für Lehrerinnen und Lehrer')
  assert.equal(gender('star'), 'Für Lehrer*innen')
  assert.equal(gender('colon'), 'Für Lehrer:innen')
  assert.equal(speak(words, { locale: 'en' })('page.teachers'), 'For teachers')
})

test('dictionaries that do not fit are refused', () => {
  const stranger = { ...en, 'page.more': 'More' }
  assert.throws(() => defineWords({ de, en: stranger }), /"page\.more" exists in en/)
  assert.throws(() => mergeWords(words, words), /"page\.title" is defined twice/)
  const other = defineWords({ de: { 'other.name': 'Name' }, en: { 'other.name': 'Name' } })
  const both = speak(mergeWords(words, other), { locale: 'de' })
  assert.equal(both('other.name') + both('page.title'), 'NameAnträge')
})

/** Compiled, never called: each line must be an error, or the compiler refuses the marker above it. */
export function whatDoesNotCompile(): void {
  const t = speak(words, { locale: 'de' })
  // @ts-expect-error a key that nobody defined
  t('page.nothing')
  // @ts-expect-error a missing argument
  t('page.until')
  // @ts-expect-error an argument of the wrong type
  t('page.until', { until: 4 })
  // @ts-expect-error an argument too many
  t('page.title', { n: 1 })
  // @ts-expect-error no pair of keys
  t.count('page.title', 1)
  // @ts-expect-error the query is missing
  t.count('page.hits', 1)
  // @ts-expect-error English lacks a key
  defineWords({ de: { a: 'A', b: 'B' }, en: { a: 'A' } })
  // @ts-expect-error English takes another argument
  defineWords({ de: { a: (p: { n: number }) => `${p.n}` }, en: { a: (p: { m: number }) => `${p.m}` } })
  // @ts-expect-error Leichte Sprache has no du
  defineWords({ de: { a: 'A' }, en: { a: 'A' }, leicht: { a: { sie: 'A', du: 'A' } } })
}
