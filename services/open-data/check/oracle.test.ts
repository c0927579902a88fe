import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createGunzip } from 'node:zlib'
import fc from 'fast-check'
import { readCatalogue } from '../dcat/read-catalogue.ts'
import type { Dataset } from '../dcat/schema.ts'
import { shapesAbsent, validate, validateOnce } from '../dcat/shacl-testing.ts'
import { checkDataset } from './check.ts'
import { exportAsIs, verdictOfCheck, verdictOfShapes } from './oracle-testing.ts'
import { damages } from './damage-testing.ts'
import { sampleDataset } from './sample-testing.ts'

const vectors = join(import.meta.dirname, '../../../../shared/vectors/dcat-ap-de/examples')

async function datasetsOf(source: AsyncIterable<Uint8Array>): Promise<Dataset[]> {
  const reading = await readCatalogue(source)
  assert.ok(reading.ok, JSON.stringify(reading))
  return [...reading.datasets()].flatMap((mapped) => (mapped.kind === 'dataset' ? [mapped.dataset] : []))
}

async function agrees(dataset: Dataset): Promise<void> {
  const statements = exportAsIs(dataset)
  const ours = verdictOfCheck(dataset, checkDataset(dataset))
  const shapes = verdictOfShapes(statements, await validateOnce(statements))
  assert.deepEqual(ours, shapes)
}

/** Both engines, for what is worth the time. */
async function agreesWithBoth(dataset: Dataset): Promise<void> {
  const statements = exportAsIs(dataset)
  const { shaclEngine, rdfValidateShacl } = await validate(statements)
  const ours = verdictOfCheck(dataset, checkDataset(dataset))
  assert.deepEqual(ours, verdictOfShapes(statements, rdfValidateShacl), 'rdf-validate-shacl')
  assert.deepEqual(ours, verdictOfShapes(statements, shaclEngine), 'shacl-engine')
}

describe('our checker and the shapes of DCAT-AP.de 3.0', { skip: shapesAbsent }, () => {
  it('agree that the sample is right', async () => {
    assert.deepEqual(checkDataset(sampleDataset).filter(({ severity }) => severity === 'violation'), [])
    await agreesWithBoth(sampleDataset)
  })

  for (const name of ['quicktest', 'deprecated', 'rewritten-example-simple', 'rewritten-example-advanced'])
    it(`agree about ${name}`, { skip: !existsSync(vectors) && 'the examples are not beside the project' }, async () => {
      const datasets = await datasetsOf(createReadStream(join(vectors, `${name}.ttl`)))
      assert.ok(datasets.length > 0)
      for (const dataset of datasets) await agreesWithBoth(dataset)
    })

  for (const [name, step] of [['brandenburg', 5], ['rostock', 8], ['destatis', 15]] as const)
    it(`agree about every ${step}th dataset of ${name}`, async (context) => {
      const datasets = (await datasetsOf(createReadStream(join(import.meta.dirname, '../demo/data', `${name}.rdf.gz`)).pipe(createGunzip()))).filter((_, index) => index % step === 0)
      for (const dataset of datasets) await agrees(dataset)
      const found = datasets.flatMap((dataset) => checkDataset(dataset))
      context.diagnostic(`${datasets.length} datasets, ${found.filter(({ severity }) => severity === 'violation').length} violations, ${found.filter(({ severity }) => severity === 'warning').length} warnings`)
    })

  for (const [name, damage] of Object.entries(damages))
    it(`agree when ${name}`, async () => {
      const damaged = damage(sampleDataset)
      assert.notDeepEqual(checkDataset(damaged), checkDataset(sampleDataset), 'the damage is noticed')
      await agreesWithBoth(damaged)
    })

  it('agree about any mixture of damages', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(Object.values(damages), { minLength: 1, maxLength: 8 }), async (some) => {
      await agrees(some.reduce((dataset, damage) => damage(dataset), sampleDataset))
    }), { numRuns: 40 })
  })
})
