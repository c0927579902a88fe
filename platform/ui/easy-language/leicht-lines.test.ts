import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { leichtLines, markCompound } from './leicht-lines.tsx'

test('joints of compounds are shown as the town wishes (words.md 2.3)', () => {
  assert.equal(markCompound('Post·leit·zahl', 'hyphen'), 'Post-Leit-Zahl')
  assert.equal(markCompound('barriere·frei', 'hyphen'), 'barriere-frei')
  assert.equal(markCompound('„Umwelt·amt“,', 'hyphen'), '„Umwelt-Amt“,')
  assert.equal(markCompound('Post·leit·zahl', 'mediopunkt'), 'Post·leit·zahl')
  assert.equal(markCompound('Post·leit·zahl', 'none'), 'Postleitzahl')
})

test('each sentence has its line, emphasis is strong, dates and abbreviations stay whole', () => {
  const html = renderToString(leichtLines('Das ist am 4. März. Es geht **nicht**.\nKommen Sie um 9:00 Uhr.', { mark: 'hyphen' }))
  assert.deepEqual(html.match(/<p>.*?<\/p>/g), ['<p>Das ist am 4. März.</p>', '<p>Es geht <strong>nicht</strong>.</p>', '<p>Kommen Sie um 9:00 Uhr.</p>'])
  assert.match(html, /lang="de-simple-x-leicht"/)
})
