import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { quantities } from '../quantity/quantity.ts'
import { vocabularyTable } from './vocabulary.ts'

const docs = readFileSync(new URL('../docs/codecs.md', import.meta.url), 'utf8')

test('docs/codecs.md has the table of our quantities as it is', () => {
  assert.equal(vocabularyTable().split('\n').length, Object.keys(quantities).length + 2)
  assert.ok(docs.includes(vocabularyTable()), `Put this into docs/codecs.md:\n${vocabularyTable()}`)
})
