import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lintGerman, lintLeicht } from '@modellregion/kernel/words'
import { formOf } from '../markup.ts'
import { said, webVtt } from './captions.ts'
import { picture, posterSecond, scenes, sceneSeconds } from './scenes.ts'
import { partOf } from './view.ts'

test('each scene is said in each language, in captions that follow each other', () => {
  for (const locale of ['de', 'en', 'de-x-leicht'] as const) {
    assert.equal(said[locale].length, scenes.length)
    const vtt = webVtt(locale, 'du', (text) => text)
    assert.match(vtt, /^WEBVTT\n\n1\n00:00:00\.000 --> 00:00:06\.000\n/)
    assert.equal([...vtt.matchAll(/ --> /g)].length, scenes.length)
    assert.match(vtt, new RegExp(`--> 00:00:${scenes.length * sceneSeconds}\\.000`))
    assert.doesNotMatch(vtt, /[{}|*]/)
  }
  for (const form of ['sie', 'du'] as const) for (const line of said.de) assert.deepEqual(lintGerman(formOf(line, form), form, 'help-chat').filter(({ level }) => level === 'error'), [])
  for (const line of said['de-x-leicht']) assert.deepEqual(lintLeicht(line).filter(({ level }) => level === 'error'), [])
})

test('the film is small, and its pictures hold no words', () => {
  assert.ok(statSync(join(import.meta.dirname, 'confidential-help.webm')).size < 1_500_000)
  for (const second of [0, posterSecond, 47.9]) assert.doesNotMatch(picture(second), /<text|NaN|undefined/)
})

test('parts of the film are those that a browser asks for', () => {
  assert.equal(partOf(undefined, 100), undefined)
  assert.deepEqual(partOf('bytes=0-', 100), { start: 0, end: 99 })
  assert.deepEqual(partOf('bytes=10-19', 100), { start: 10, end: 19 })
  assert.deepEqual(partOf('bytes=-10', 100), { start: 90, end: 99 })
  assert.deepEqual(partOf('bytes=90-500', 100), { start: 90, end: 99 })
  assert.equal(partOf('bytes=100-', 100), false)
  assert.equal(partOf('pages=1-2', 100), undefined)
})
