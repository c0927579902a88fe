import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Tenant } from '../tenancy/index.ts'
import { readTexts } from './routes/news.ts'
import { addressOf } from './town-address.ts'
import { applyTownForm, changedParts, isHostName, shortNameOf, wordsIn } from './town-forms.ts'

const town: Tenant = {
  id: 'musterstadt', kind: 'Stadt', name: 'Musterstadt', ags: '05999009', postcodes: [], locales: ['de'], addressForm: 'sie', gender: 'neutral',
  brand: { h: 1, c: 0.1, accentH: 1, accentC: 0.1, radius: 4, mark: 'plain', motif: 'plain' },
  contact: { office: '', address: '', hours: '', phone: '', mail: '', responsible: '', dataProtection: '' },
  services: [], serviceNames: {}, words: {}, invented: true, hosts: [],
} // prettier-ignore
const form = { name: 'Musterstadt', kind: 'Stadt', ags: '05999009', locales: [], addressForm: 'sie', gender: 'neutral' } as const

test('a short name can always stand in an address', () => {
  assert.equal(shortNameOf('Bad Münstereifel'), 'bad-muenstereifel')
  assert.equal(shortNameOf('Horn-Bad Meinberg'), 'horn-bad-meinberg')
  fc.assert(fc.property(fc.string(), (name) => /^([a-z][a-z0-9-]*)?$/.test(shortNameOf(name))))
})

test('host names are told from addresses, ports and blanks', () => {
  for (const host of ['daten.musterstadt.de', 'localhost', 'xn--mnster-3ya.de']) assert.ok(isHostName(host), host)
  for (const host of ['', 'https://musterstadt.de', 'musterstadt.de:80', 'a b', '-a.de', 'a..de', 'a.de/']) assert.ok(!isHostName(host), host)
})

test('German stays when no language is ticked, and empty details are empty texts', () => {
  const after = applyTownForm(town, { ...form, locales: ['en'], hosts: 'A.example.org\nb.example.org', postcodes: '52062, 52064' })
  assert.deepEqual(after.locales, ['de', 'en'])
  assert.deepEqual(after.hosts, ['a.example.org', 'b.example.org'])
  assert.deepEqual(after.postcodes, ['52062', '52064'])
  assert.equal(after.contact.phone, '')
  assert.deepEqual(changedParts(town, after).sort(), ['hosts', 'locales', 'postcodes'])
})

test('words are parted by blanks, commas and lines', () => assert.deepEqual(wordsIn(' a, b\n c;d '), ['a', 'b', 'c', 'd']))

test('a town answers at its first host name, with the port the reader came by', () => {
  assert.equal(addressOf({ id: 'x', hosts: ['x.example.org'] }, new URL('http://localhost:8080/admin/towns')), 'http://x.example.org:8080/')
  assert.equal(addressOf({ id: 'x', hosts: [] }, new URL('http://localhost:8080/admin')), 'http://x.localhost:8080/')
})

test('a message needs whole German; another language is whole or empty', () => {
  const whole = { 'title-de': 'A', 'teaser-de': 'B', 'body-de': 'C' }
  assert.deepEqual(readTexts(whole, ['de', 'en']), { texts: { de: { title: 'A', teaser: 'B', body: 'C' } }, incomplete: [] })
  assert.deepEqual(readTexts({ ...whole, 'title-en': 'A' }, ['de', 'en']).incomplete, ['en'])
  assert.deepEqual(readTexts({}, ['de', 'en']).incomplete, ['de'])
})
