import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lintGerman, lintLeicht } from '@modellregion/kernel/words'
import { formOf, linksIn } from '../markup.ts'
import { contentLocales } from '../schema.ts'
import { articles } from './articles.ts'
import { helperSteps } from './way-finder.ts'
import { numbers } from './numbers.ts'
import { questions } from './questions.ts'

const articleIds = new Set(articles.map(({ id }) => id))
const numberIds = new Set(numbers.map(({ id }) => id))
const pages = new Set(['/help-chat/confidants', '/help-chat/protection', ...[...articleIds].map((id) => `/help-chat/knowledge/${id}`)])

type Piece = { at: string; locale: string; text: string }
const pieces: readonly Piece[] = [
  ...articles.flatMap(({ id, texts }) => contentLocales.flatMap((locale) => Object.values(texts[locale]).map((text) => ({ at: id, locale, text })))),
  ...questions.flatMap(({ id, texts }) => contentLocales.flatMap((locale) => Object.values(texts[locale]).map((text) => ({ at: id, locale, text })))),
  ...numbers.flatMap(({ id, texts }) => contentLocales.flatMap((locale) => Object.values(texts[locale]).map((text) => ({ at: id, locale, text })))),
  ...helperSteps.flatMap((step) => contentLocales.flatMap((locale) => [...Object.values(step.texts[locale]), ...('choices' in step ? step.choices.map(({ texts }) => texts[locale]) : [])].map((text) => ({ at: step.id, locale, text })))),
]

test('nothing is missing in any language, and nothing is left in braces', () => {
  assert.ok(articles.length >= 15 && questions.length >= 10 && numbers.length >= 8)
  for (const { at, locale, text } of pieces) {
    assert.notEqual(text.trim(), '', `${at} ${locale}`)
    for (const form of ['sie', 'du'] as const) assert.doesNotMatch(formOf(text, form), /[{}|]/, `${at} ${locale}`)
    if (locale !== 'de') assert.doesNotMatch(text, /\{/, `${at} ${locale}: only German has two forms of address`)
  }
})

test('links lead to pages that are there; ids are used once', () => {
  for (const { at, text } of pieces) for (const href of linksIn(text)) assert.ok(pages.has(href), `${at} leads to ${href}`)
  for (const { more } of questions) assert.ok(articleIds.has(more), more)
  for (const { numbers: named } of articles) for (const id of named) assert.ok(numberIds.has(id), id)
  const all = [...articles, ...questions, ...numbers].map(({ id }) => id)
  assert.equal(new Set(all).size, all.length)
})

test('the helper has no dead end, no circle, and reaches every step', () => {
  const byId = new Map(helperSteps.map((step) => [step.id, step]))
  const seen = new Set<string>()
  const walk = (id: string, path: readonly string[]): void => {
    assert.ok(!path.includes(id), `a circle: ${[...path, id].join(' → ')}`)
    const step = byId.get(id)
    assert.ok(step, id)
    seen.add(id)
    if ('choices' in step) {
      assert.ok(step.choices.length >= 2)
      for (const { to } of step.choices) walk(to, [...path, id])
      return
    }
    assert.ok(step.articles.length > 0 && step.who.length > 0, id)
    for (const article of step.articles) assert.ok(articleIds.has(article), article)
    for (const number of step.numbers) assert.ok(numberIds.has(number), number)
    assert.ok(path.length <= 5, 'nobody answers more than five questions')
  }
  walk('start', [])
  assert.deepEqual([...seen].sort(), [...byId.keys()].sort())
})

// § 13 AGG gives the right and the office this name; what this service calls a report has another one.
const legal = /^Beschwerden?$/

test('German speaks to one person in one form, and Leichte Sprache keeps its rules', () => {
  const plain = (text: string) => text.replaceAll(/^#+ |^- /gm, '').replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
  const german = pieces.filter(({ locale }) => locale === 'de').flatMap(({ at, text }) => (['sie', 'du'] as const).flatMap((form) => lintGerman(plain(formOf(text, form)), form, 'help-chat').filter(({ level, found }) => level === 'error' && !legal.test(found)).map((finding) => `${at} (${form}): ${finding.rule} ${finding.found}`)))
  const leicht = pieces.filter(({ locale }) => locale === 'de-x-leicht').flatMap(({ at, text }) => lintLeicht(plain(text)).filter(({ level }) => level === 'error').map((finding) => `${at}: ${finding.rule} ${finding.found}`))
  assert.deepEqual([...german, ...leicht], [])
})
