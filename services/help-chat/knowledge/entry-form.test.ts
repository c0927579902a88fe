import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readForm } from '@modellregion/kernel'
import { plainDate } from '@modellregion/standards'
import { entryOf, typedEntry, whyNotKeep } from './entry-form.ts'
import { blocksOf, runsOf } from './markup.ts'
import { TownEntryForm } from './schema.ts'

const today = plainDate('2026-11-29')
const form: TownEntryForm = { kind: 'article', titleDe: 'Sozialdienst', textDe: 'Im Haus B.', checkedOn: '2026-11-01' }

test('a language is whole or absent, a contact can be reached, a check lies behind us', () => {
  assert.equal(whyNotKeep(form, today), undefined)
  assert.deepEqual(whyNotKeep({ ...form, titleEn: 'Service' }, today), { field: 'textEn', code: 'half' })
  assert.deepEqual(whyNotKeep({ ...form, textLeicht: 'Hier ist Hilfe.' }, today), { field: 'titleLeicht', code: 'half' })
  assert.deepEqual(whyNotKeep({ ...form, kind: 'contact' }, today), { field: 'phone', code: 'unreachable' })
  assert.deepEqual(whyNotKeep({ ...form, checkedOn: '2026-11-30' }, today), { field: 'checkedOn', code: 'future' })
})

test('what is stored and opened again is what was typed', () => {
  const entry = entryOf('0193e000-0000-7000-8000-000000000001', { ...form, titleEn: 'Service', textEn: 'House B.', link: 'https://town.example' }, true)
  const read = readForm(TownEntryForm, typedEntry(entry))
  assert.ok(read.ok)
  assert.deepEqual(entryOf(entry.id, read.value, true), entry)
})

test('no text becomes a link to a script or to another scheme', () => {
  assert.deepEqual(runsOf('[x](javascript:alert(1))').map(({ href }) => href), [undefined, undefined])
  assert.deepEqual(runsOf('[x](//evil.example)')[0]?.href, undefined)
  assert.deepEqual(runsOf('[x](https://town.example)')[0]?.href, 'https://town.example')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '*', '/', ':', 'j', 'h', 't', 'p', 's', '\n', '#', '-', ' ') }), (text) => {
      for (const block of blocksOf(text)) for (const runs of block.kind === 'list' ? block.items : block.kind === 'paragraph' ? block.lines : []) for (const { href } of runs) assert.ok(href === undefined || /^(https:\/\/|\/(?!\/))/.test(href))
    }),
  )
})
