import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { nearWords, placeOf, randomWords, wordBits, words, wordsOfBits } from './words.ts'
import { chooseWords, listSource } from './word-list/build.ts'

test('there are 8,192 words: 13 bits each, eight of them 104', () => {
  assert.equal(words.length, 8192)
  assert.equal(2 ** wordBits, words.length)
  assert.equal(new Set(words).size, words.length)
})

test('the list is what the rules make of the sources', () => {
  assert.equal(readFileSync(join(import.meta.dirname, 'word-list/list.ts'), 'utf8'), listSource(chooseWords()))
})

test('words are short, and any two at least two letters apart, however umlauts are written', () => {
  const near = new Map<string, string>()
  for (const word of words) {
    assert.match(word, /^[a-zäöüß]{4,9}$/)
    for (const form of new Set([fold(word), bare(word)])) {
      assert.ok(form.length <= 9)
      const marks = [form, ...Array.from(form, (_, at) => `${form.slice(0, at)}*${form.slice(at + 1)}`), ...Array.from({ length: form.length + 1 }, (_, at) => `${form.slice(0, at)}*${form.slice(at)}`)]
      for (const mark of new Set(marks)) {
        assert.ok(!near.has(mark) || near.get(mark) === word, `${word} is one letter from ${near.get(mark)}`)
        near.set(mark, word)
      }
    }
  }
})

test('a word is found in every spelling', () => {
  const word = words.find((so) => so.includes('ü')) ?? ''
  for (const typed of [word, word.toUpperCase(), word.normalize('NFD'), word.replaceAll('ü', 'ue'), word.replaceAll('ü', 'u'), ` ${word}- `]) assert.equal(placeOf(typed), words.indexOf(word), typed)
  assert.equal(placeOf('xylophonist'), undefined)
})

test('one wrong letter leads back to the word', () => {
  for (const word of words.filter((_, at) => at % 400 === 0)) assert.equal(nearWords(`${word.slice(0, 2)}q${word.slice(3)}`)[0], word)
})

test('random words come from the random numbers of the system, and each word comes as often as any other', (t) => {
  let drawn = 0
  t.mock.method(crypto, 'getRandomValues', (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at += 2, drawn++) bytes.set([(drawn >> 8) & 255, drawn & 255], at)
    return bytes
  })
  const counts = new Map<string, number>()
  for (let round = 0; round < 65_536 / 8; round++) for (const word of randomWords(8)) counts.set(word, (counts.get(word) ?? 0) + 1)
  assert.equal(counts.size, words.length)
  assert.ok([...counts.values()].every((count) => count === 8))
})

test('bits become words from the front', () => {
  assert.deepEqual(wordsOfBits(new Uint8Array(13), 8), Array(8).fill(words[0]))
  assert.deepEqual(wordsOfBits(new Uint8Array(13).fill(255), 8), Array(8).fill(words.at(-1)))
  assert.deepEqual(wordsOfBits(Uint8Array.from([0, 8, 0, 0]), 2), [words[1], words[0]])
})

const fold = (word: string): string => word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
const bare = (word: string): string => word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')
