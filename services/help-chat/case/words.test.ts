import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { leicht } from '../locales/de-x-leicht.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'

const german: Record<string, unknown> = de
const source = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n')
const keys = Object.keys(de).filter((key) => key.startsWith('case.'))
const argumentsIn = (text: unknown): string[] => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].toSorted()

test('every word that the app says exists', () => {
  const said = [...source.matchAll(/['"`](case\.[a-z0-9.-]*[a-z0-9])['"`]/g)].map(([, key]) => key ?? '')
  assert.ok(said.length > 150)
  assert.deepEqual(said.filter((key) => !(key in german)), [])
})

test('no word waits in vain', () => {
  const beginnings = [...source.matchAll(/`(case\.[a-z.-]*)\$\{/g)].map(([, key]) => key ?? '')
  assert.deepEqual(keys.filter((key) => !source.includes(`'${key}'`) && !source.includes(`"${key}"`) && !beginnings.some((beginning) => key.startsWith(beginning))), [])
})

test('all words of the app are plain texts with the same arguments in each language, and all exist in Leichte Sprache', () => {
  const [english, easy]: Record<string, unknown>[] = [en, leicht]
  for (const key of keys) {
    assert.notEqual(typeof german[key], 'function', key)
    assert.deepEqual(argumentsIn(english?.[key]), argumentsIn(german[key]), key)
    assert.ok(easy && key in easy, `${key} is missing in Leichte Sprache`)
    for (const name of argumentsIn(easy[key])) assert.ok(argumentsIn(german[key]).includes(name), key)
  }
})
