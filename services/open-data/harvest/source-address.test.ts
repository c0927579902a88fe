import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestAddress, whyNotSourceAddress } from './source-address.ts'
import { sourceKinds } from './schema.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'

const why = (kind: (typeof sourceKinds)[number], address: string) => whyNotSourceAddress(kind, new URL(address))

test('an address that cannot be one of its kind is named before the first night', () => {
  assert.equal(why('ogc-records', 'https://geo.example.org/collections/metadaten'), undefined)
  assert.equal(why('ogc-records', 'https://geo.example.org/api/collections/metadaten/items?f=json'), undefined)
  assert.equal(why('ogc-records', 'https://geo.example.org/collections'), 'harvest.url-without-collection')
  assert.equal(why('ogc-records', 'https://geo.example.org/collections/metadaten/items/a1'), 'harvest.url-without-collection')
  assert.equal(why('wfs', 'https://geo.example.org/wfs/baeume'), undefined)
  assert.equal(why('wfs', 'https://geo.example.org/cgi?map=baeume&SERVICE=wfs&Request=getcapabilities'), undefined)
  assert.equal(why('wfs', 'https://geo.example.org/ows?service=WMS'), 'harvest.url-of-other-service')
  assert.equal(why('wfs', 'https://geo.example.org/ows?service=WFS&request=GetFeature'), 'harvest.url-of-other-service')
  assert.equal(why('sensorthings', 'https://sensoren.example.org/FROST-Server/v1.1/'), undefined)
  assert.equal(why('sensorthings', 'https://sensoren.example.org/v1.1/Things'), undefined)
  assert.equal(why('sensorthings', 'https://sensoren.example.org/'), 'harvest.url-without-version')
  assert.equal(why('sensorthings', 'https://sensoren.example.org/v1.1/Things?$top=1'), 'harvest.url-without-version')
  for (const kind of ['dcat', 'ckan', 'csv-list'] as const) assert.equal(why(kind, 'https://geo.example.org/?service=WMS'), undefined)
})

test('what the protocol wants is added, and what the server gave is left as it is', () => {
  assert.equal(requestAddress('ogc-records', 'https://geo.example.org/collections/metadaten'), 'https://geo.example.org/collections/metadaten/items?limit=100')
  assert.equal(requestAddress('ogc-records', 'https://geo.example.org/collections/metadaten/items?token=a%20b'), 'https://geo.example.org/collections/metadaten/items?token=a%20b')
  assert.equal(requestAddress('wfs', 'https://geo.example.org/cgi?map=baeume&VERSION=1.1.0&Request=GetCapabilities'), 'https://geo.example.org/cgi?map=baeume&service=WFS&request=GetCapabilities&acceptVersions=2.0.0')
  assert.equal(requestAddress('sensorthings', 'https://sensoren.example.org/v1.1/Things'), 'https://sensoren.example.org/v1.1')
  assert.equal(requestAddress('sensorthings', 'https://sensoren.example.org/v1.1/Things?$skip=100#csv'), 'https://sensoren.example.org/v1.1/Things?$skip=100#csv')
  assert.equal(requestAddress('dcat', 'https://daten.example.org/catalog.rdf'), 'https://daten.example.org/catalog.rdf')
})

test('each kind has its words in the form', () => {
  for (const kind of sourceKinds) for (const key of [`harvest.kind.${kind}`, `harvest.kind.${kind}-hint`]) assert.ok(key in de && key in en, key)
})
