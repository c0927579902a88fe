import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bibtex } from './cite.ts'

test('a citation for BibTeX has one entry whatever the title holds', () => {
  const text = bibtex({ publisher: 'Stadt {Aachen}', title: 'Müll & Rad } \\evil', file: '100 %', number: 3, day: new Date('2026-02-01T12:00:00Z'), address: 'https://a.example/open-data/version/1' })
  assert.equal(text, ['@dataset{MullRadevil2026v3,', '  author = {{Stadt Aachen}},', '  title = {Müll \\& Rad  evil: 100 \\%},', '  version = {3},', '  date = {2026-02-01},', '  url = {https://a.example/open-data/version/1}', '}'].join('\n'))
})
