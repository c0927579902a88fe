import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldedQuery, mostWords, parseQuery } from './parse-query.ts'

test('phrases, excluded words and words', () => {
  assert.deepEqual(parseQuery('„Geburten und Sterbefälle“ Bonn -2019'), { words: ['bonn'], phrases: [['geburten', 'und', 'sterbefalle']], excluded: ['2019'] })
  assert.deepEqual(parseQuery('»freies WLAN« "b"'), { words: [], phrases: [['freies', 'wlan'], ['b']], excluded: [] })
  assert.deepEqual(parseQuery('Kita-Platz'), { words: ['kita', 'platz'], phrases: [], excluded: [] })
  assert.deepEqual(parseQuery('- - "" -').words, [])
})

test('the frame of a question falls away, unless nothing else is left', () => {
  assert.deepEqual(parseQuery('Wann wird der Müll abgeholt?').words, ['mull', 'abgeholt'])
  assert.deepEqual(parseQuery('Wer sind wir').words, ['wer', 'sind', 'wir'])
  assert.equal(foldedQuery(parseQuery('Müll, Müll und "Alt-Glas"')), 'alt glas mull')
})

test('any text gives few, folded words', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
    const { words, phrases, excluded } = parseQuery(text)
    assert.ok(words.length <= mostWords && phrases.length <= 4 && excluded.length <= mostWords)
    for (const word of [...words, ...phrases.flat(), ...excluded]) assert.match(word, /^[\p{L}\p{M}\p{N}]+$/u)
  })) // prettier-ignore
})
