import assert from 'node:assert/strict'
import { test } from 'node:test'
import { title } from '../http/route.ts'
import { kernelWords } from '../locales/index.ts'
import { deletionOrder, looksPersonal, privacyComplaints, undeclaredPersonalColumns, type Catalogue } from './catalogue.ts'
import type { Personal } from './personal-data.ts'

const column = (table: string, name: string, type = 'text', nullable = false) => ({ table, column: name, type, nullable })
const catalogue: Catalogue = {
  columns: [
    column('swap.offer', 'tenant_id'),
    column('swap.offer', 'id', 'uuid'),
    column('swap.offer', 'account_id', 'uuid'),
    column('swap.offer', 'email', 'text', true),
    column('swap.offer', 'phone'),
    column('swap.offer', 'colour'),
    column('swap.offer', 'ends_at', 'timestamp with time zone'),
    column('swap.answer', 'tenant_id'),
  ],
  references: [{ from: 'swap.answer', to: 'swap.offer' }, { from: 'swap.offer', to: 'swap.offer' }],
}
const good: Personal = {
  table: 'swap.offer',
  columns: ['email', 'phone'],
  purpose: title(kernelWords, 'privacy.purpose.account'),
  legalBasis: 'Art. 6 Abs. 1 Buchst. a DSGVO',
  retention: { until: 'ends_at' },
  subjectColumn: 'account_id',
  recipients: [],
}
const complaints = (data: Partial<Personal>) => privacyComplaints(catalogue, [{ id: 'swap', privacy: [{ ...good, ...data }] }])

test('a full declaration is accepted', () => assert.deepEqual(complaints({}), []))

test('a forgotten column is named with its table and with the file that must speak', () => {
  assert.deepEqual(undeclaredPersonalColumns(catalogue, [{ ...good, columns: ['email'] }]).map(({ column: name }) => name), ['phone'])
  const [complaint, ...more] = complaints({ columns: ['email'] })
  assert.match(complaint ?? '', /^swap\/privacy\.ts: swap\.offer\.phone looks personal/)
  assert.deepEqual(more, [])
  assert.equal(privacyComplaints(catalogue, [{ id: 'swap', privacy: [] }]).length, 3, 'account_id, email, phone')
})

test('a column may be declared harmless, with the reason', () => {
  const harmless = { table: 'swap.offer', columns: ['phone'], harmless: 'number of the town hall' }
  assert.deepEqual(privacyComplaints(catalogue, [{ id: 'swap', privacy: [{ ...good, columns: ['email'] }, harmless] }]), [])
})

const { subjectColumn: _, ...withoutSubject } = good

for (const [what, privacy, expected] of [
  ['a table that is not there', { ...good, table: 'swap.gone' }, /there is no table swap\.gone/],
  ['a column that is not there', { ...good, columns: ['email', 'phone', 'fax'] }, /no column fax/],
  ['a retention that counts from a word', { ...good, retention: { days: 5, field: 'colour' } }, /counts from colour/],
  ['a retention of no days', { ...good, retention: { days: 0, field: 'ends_at' } }, /has no days/],
  ['a column that cannot be emptied', { ...good, erasure: 'empty' }, /swap\.offer\.phone cannot be emptied/],
  ['a subject that is no id', { ...good, subjectColumn: 'ends_at' }, /subject column/],
  ['an account without subject', { ...withoutSubject, retention: 'account' }, /names no subject column/],
] as [string, Personal, RegExp][])
  test(`refused: ${what}`, () => assert.match(privacyComplaints(catalogue, [{ id: 'swap', privacy: [privacy] }]).join('\n'), expected))

test('refused: the table of another room', () => assert.match(privacyComplaints(catalogue, [{ id: 'other', privacy: [good] }]).join('\n'), /belongs to another room/))

test('what looks personal, and what does not', () => {
  for (const name of ['name', 'first_name', 'display_name', 'email', 'contact_email', 'mail', 'phone', 'phone_number', 'mobile', 'address', 'home_address', 'birthday', 'birth_date', 'date_of_birth', 'account_id', 'owner_account_id', 'ip', 'iban'])
    assert.ok(looksPersonal(name), name)
  for (const name of ['title', 'file_name_hash', 'tenant_id', 'created_at', 'emailed', 'phonetic', 'zip', 'names', 'theme']) assert.ok(!looksPersonal(name), name)
})

test('rows that point at others go first', () => {
  assert.deepEqual(deletionOrder(catalogue, ['swap.offer', 'swap.answer']), ['swap.answer', 'swap.offer'])
})
