import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arsWithoutAssociation, currentAgs, parseMunicipalityKey, type Ags } from './municipality-key.ts'
import { parsePostcode } from './postcode.ts'

const agsOf = (text: string): Ags => {
  const key = parseMunicipalityKey(text)
  assert.ok(key)
  return key.ags
}

test('a key names state, region, district and municipality', () => {
  assert.deepEqual(parseMunicipalityKey('05 334 002'), { ags: '05334002', state: '05', region: '053', district: '05334', municipality: '002' })
  const long = parseMunicipalityKey('053340002002')
  assert.equal(long?.ags, '05334002')
  assert.equal(long?.association, '0002')
  assert.equal(parseMunicipalityKey('5334002')?.ags, '05334002')
})

test('what cannot be a key is none', () => {
  for (const text of ['', '17000000', '00000000', '53340', '053340020', '05334a02', '-5334002']) {
    assert.equal(parseMunicipalityKey(text), undefined, text)
  }
})

test('keys from before the Städteregion find the municipality of today', () => {
  assert.equal(currentAgs('05313000'), '05334002')
  assert.equal(currentAgs('053130000000'), '05334002')
  assert.equal(currentAgs('05354012'), '05334012')
  assert.equal(currentAgs('05334012'), '05334012')
  assert.equal(currentAgs('05315000'), '05315000')
  assert.equal(currentAgs('Aachen'), undefined)
})

test('long keys of municipalities without association', () => {
  assert.equal(arsWithoutAssociation(agsOf('05334002')), '053340002002')
  assert.equal(arsWithoutAssociation(agsOf('05315000')), '053150000000')
})

test('postcodes as typed', () => {
  for (const text of ['52062', ' 52062 ', '52 062', 'D-52062', 'DE 52062']) assert.equal(parsePostcode(text), '52062', text)
  assert.equal(parsePostcode('01067'), '01067')
  for (const text of ['5206', '520620', '00123', '01000', '99999', '5206a', '', 'NL-52062']) assert.equal(parsePostcode(text), undefined, text)
})
