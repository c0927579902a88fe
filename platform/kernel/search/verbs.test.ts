import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stem } from './stem.ts'
import { infinitive } from './verbs.ts'

test('participles and zu-infinitives lead to the stem of the noun', () => {
  const pairs = [['abgeholt', 'abholung'], ['angemeldet', 'anmeldung'], ['anzumelden', 'anmeldung'], ['eingeschult', 'einschulung'], ['umgezogen', 'umziehen'], ['ausgeliehen', 'ausleihe'], ['gebaut', 'bauen'], ['geholfen', 'helfen'], ['abgegeben', 'abgeben']] as const
  for (const [verb, noun] of pairs) assert.equal(stem(infinitive(verb) ?? ''), stem(noun), `${verb}: ${infinitive(verb)}`)
})

test('other words are left alone', () => {
  for (const word of ['haus', 'gesetz', 'garten', 'anlage', 'gemeinde', 'gebuhren', 'geburt']) {
    const verb = infinitive(word)
    assert.ok(verb === undefined || stem(verb) !== stem(word), `${word} -> ${verb}`)
  }
  for (const word of ['haus', 'gesetz', 'garten', 'anlage', 'gemeinde', 'gebuhren']) assert.equal(infinitive(word), undefined, word)
})
