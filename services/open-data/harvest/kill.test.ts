import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surviveKills } from './kill-testing.ts'

const dataset = (at: number): string => `
  <dcat:Dataset rdf:about="https://data.example.org/${at}">
    <dct:title xml:lang="de">Messwerte der Station ${at}</dct:title><dct:description xml:lang="de">Stündliche Werte der Station ${at}.</dct:description>
    <dct:publisher><foaf:Agent rdf:about="https://data.example.org/amt"><foaf:name>Umweltamt</foaf:name></foaf:Agent></dct:publisher>
    <dcat:distribution><dcat:Distribution><dcat:accessURL rdf:resource="https://data.example.org/${at}.csv"/></dcat:Distribution></dcat:distribution>
  </dcat:Dataset>`
const catalogue = (count: number): string => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
  ${Array.from({ length: count }, (_, at) => dataset(at)).join('')}
</rdf:RDF>`

test('a harvest that is killed at any moment loses nothing and doubles nothing', { timeout: 120_000 }, async () => {
  const survived = await surviveKills(catalogue(1_500), 1_500, 4, Math.random)
  assert.equal(survived.datasets, 1_500)
  assert.equal(survived.distinct, 1_500)
  assert.equal(survived.items, 1_500, 'each record has one line in the report')
  assert.equal(survived.found, 1_500, 'and is in the search once')
})
