import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { highlight, matcherOf, snippet } from './highlight.ts'

const marked = (text: string, query: string) => highlight(text, query).filter((piece) => piece.marked).map((piece) => piece.text) // prettier-ignore

test('whole words are marked, also when a part, another form or another spelling was asked for', () => {
  assert.deepEqual(marked('Die Landesgrenze und die Stadtgrenzen', 'grenzen'), ['Landesgrenze', 'Stadtgrenzen'])
  assert.deepEqual(marked('Häuser und Haus', 'haeuser'), ['Häuser', 'Haus'])
  assert.deepEqual(marked('Der Abfall wird geholt', 'Müll'), ['Abfall'])
  assert.deepEqual(marked('Der Rat tagt im Rathaus', 'der'), ['Der'])
  assert.deepEqual(marked('Sitzen am Park', '"am park"'), ['am', 'Park'])
  assert.deepEqual(marked('nichts', ''), [])
})

test('the matcher says what would be marked', () => {
  const texts = fc.oneof(fc.constantFrom('Die Landesgrenze', 'Häuser und Haus', 'Der Abfall wird geholt', 'Am Park 3', ''), fc.string({ unit: 'binary' }))
  fc.assert(fc.property(texts, fc.constantFrom('grenzen', 'haeuser', 'Müll', '"am park"', '', '3 nichts'), (text, query) => matcherOf(query)(text) === highlight(text, query).some((piece) => piece.marked)))
})

test('the pieces are the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, query) => highlight(text, query).map((piece) => piece.text).join('') === text))
})

test('a snippet shows where the words stand closest', () => {
  const text = `${'Lorem ipsum dolor. '.repeat(30)}Die Müllabfuhr kommt am Montag.${' Sit amet.'.repeat(40)}`
  const shown = snippet(text, 'Müllabfuhr Montag').map((piece) => piece.text).join('')
  assert.match(shown, /^… .*Die Müllabfuhr kommt am Montag\..* …$/)
  assert.ok(shown.length < 230)
  assert.equal(snippet('kurz', 'kurz').length, 1)
  fc.assert(fc.property(fc.string({ maxLength: 900 }), fc.string(), (any, query) => snippet(any, query).map((piece) => piece.text).join('').length <= 260))
})
