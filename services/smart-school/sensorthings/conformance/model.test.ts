import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { entities, linkOf } from '../model.ts'
import { conformance } from './table.ts'

// 18-088, tables 2 to 20 and 12.1: required properties, optional ones, links.
const standard: Readonly<Record<string, [string, string, string]>> = {
  Thing: ['name description', 'properties', 'Datastreams MultiDatastreams Locations HistoricalLocations'],
  Location: ['name description encodingType location', 'properties', 'Things HistoricalLocations'],
  HistoricalLocation: ['time', '', 'Thing Locations'],
  Datastream: ['name description observationType unitOfMeasurement', 'observedArea phenomenonTime resultTime properties', 'Thing Sensor ObservedProperty Observations'],
  MultiDatastream: ['name description observationType multiObservationDataTypes unitOfMeasurements', 'observedArea phenomenonTime resultTime properties', 'Thing Sensor ObservedProperties Observations'],
  Sensor: ['name description encodingType metadata', 'properties', 'Datastreams MultiDatastreams'],
  ObservedProperty: ['name definition description', 'properties', 'Datastreams MultiDatastreams'],
  Observation: ['result', 'phenomenonTime resultTime resultQuality validTime parameters', 'Datastream MultiDatastream FeatureOfInterest'],
  FeatureOfInterest: ['name description encodingType feature', 'properties', 'Observations'],
}
for (const entity of entities)
  test(`${entity.name} has the properties and links that the standard names`, () => {
    const [required, optional, links] = standard[entity.name] ?? assert.fail()
    const names = (wanted: boolean) => entity.properties.filter((property) => (property.required === true) === wanted).map(({ name }) => name).toSorted().join(' ')
    assert.equal(names(true), required.split(' ').toSorted().join(' '))
    assert.equal(names(false), optional.split(' ').toSorted().join(' '))
    assert.equal(entity.links.map(({ name }) => name).toSorted().join(' '), links.split(' ').toSorted().join(' '))
    for (const { target } of entity.links) assert.ok(entities.some(({ name }) => name === target && linkBack(target, entity.name)), `${target} leads back`)
  })

const linkBack = (from: (typeof entities)[number]['name'], to: string): boolean => entities.find(({ name }) => name === from)?.links.some((link) => linkOf(from, link.name)?.target === to) ?? false

// 18-088, clause 2, without Tasking.
const classes = 'datamodel/entity-control-information datamodel/thing datamodel/location datamodel/historical-location datamodel/datastream datamodel/sensor datamodel/observed-property datamodel/observation datamodel/feature-of-interest resource-path request-data create-update-delete batch-request multi-datastream data-array create-observations-via-mqtt receive-updates-via-mqtt'

test('every class of the standard is named, with tests that exist', () => {
  assert.deepEqual(conformance.map(({ name }) => name), classes.split(' '))
  for (const { name, tests, requirements } of conformance) {
    assert.ok(tests.length > 0 && requirements.length > 0, name)
    for (const { file, says } of tests) assert.ok(readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(says), `${file}: ${says}`)
  }
})
