import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'node:test'
import { lintLeicht, lintGerman, speak, type LocalText } from '../i18n/index.ts'
import { kernelWords, lifeSituations, serviceNames } from './index.ts'

test('no room of the kernel overwrites a text of another', async () => {
  const seen = new Map<string, string>()
  for (const file of readdirSync(path.join(import.meta.dirname, 'de'))) {
    const parts: Record<string, object> = await import(pathToFileURL(path.join(import.meta.dirname, 'de', file)).href)
    for (const part of Object.values(parts)) {
      for (const key of Object.keys(part)) {
        assert.equal(seen.get(key), undefined, `${key} in ${file}`)
        seen.set(key, file)
      }
    }
  }
  assert.deepEqual([...seen.keys()].sort(), Object.keys(kernelWords.de).sort())
})

const owedKeys =
  /^(?:frame|access|session|error|language|form|http)\.|^forms\.error\.|^identity\.(?:title|lead|why|with-provider|no-provider|demo|failed|level)|^portal\.(?:title|question|search-label|today|life|services|service-open|help|easy|accessibility|feedback-(?:title|page|what|mail|mail-hint|send|thanks)$|offline)/

test('what a town owes in Leichter Sprache is there: content, navigation, accessibility, sign-in, errors', () => {
  const t = speak(kernelWords, { locale: 'de-x-leicht' })
  // BITV 2.0 § 4 and BITVNRW § 3 (2); words.md 2.1. A 405 is seen by programs only.
  const owed = Object.keys(kernelWords.de).filter((key) => owedKeys.test(key) && !key.startsWith('http.405.'))
  assert.ok(owed.length > 180)
  assert.deepEqual(owed.filter((key) => t.knows(key) && t.isFallback(key)), [])
})

test('every status the server answers with has heading, explanation and next step', () => {
  for (const locale of ['de', 'en', 'de-x-leicht'] as const) {
    const t = speak(kernelWords, { locale })
    for (const status of [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503]) {
      for (const part of ['title', 'detail', 'next']) assert.ok(t.find(`http.${status}.${part}`, { incident: 'K7R-2MX' }), `${locale} ${status} ${part}`)
    }
    assert.match(t('http.500.detail', { incident: 'K7R-2MX' }), /K7R-2MX/)
  }
})

test('services and life situations know each other', () => {
  const services = Object.entries(serviceNames)
  assert.equal(services.length, 15)
  assert.equal(lifeSituations.length, 18)
  for (const [id, service] of services) {
    const listed = lifeSituations.filter((situation) => situation.services.some((name) => name === id)).map((situation) => situation.id)
    assert.deepEqual([...service.lifeSituations].sort(), listed.sort(), id)
  }
})

test('names and descriptions keep the rules of their language', () => {
  const texts: LocalText[] = [...Object.values(serviceNames).flatMap(({ name, oneSentence, threeSentences }) => [name, oneSentence, threeSentences]), ...lifeSituations.map(({ name }) => name)]
  const errors = texts.flatMap((text) => [...lintGerman(text.de, 'both', 'kernel'), ...lintLeicht(text['de-x-leicht'])]).filter(({ level }) => level === 'error')
  assert.deepEqual(errors, [])
})
