import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pickLocale, pickTheme } from './preferences.ts'

const all = ['de', 'en', 'de-x-leicht'] as const

test('a followed link wins over memory, memory over the browser, the browser over the town', () => {
  assert.equal(pickLocale(all, 'en', 'de', 'de'), 'en')
  assert.equal(pickLocale(all, undefined, 'de-x-leicht', 'en'), 'de-x-leicht')
  assert.equal(pickLocale(all, undefined, undefined, 'fr;q=0.9, en-US;q=0.8, de;q=0.7'), 'en')
  assert.equal(pickLocale(all, undefined, undefined, 'tr'), 'de')
})

test('a language the town does not offer, or nonsense, is passed over', () => {
  assert.equal(pickLocale(['de'], 'en', 'en', 'en'), 'de')
  assert.equal(pickLocale(all, '<script>', 'x', '*;q=0'), 'de')
})

test('a theme is light, dark or the system\'s', () => {
  assert.equal(pickTheme('dark', 'light'), 'dark')
  assert.equal(pickTheme(undefined, 'light'), 'light')
  assert.equal(pickTheme('neon', undefined), 'system')
})
