import assert from 'node:assert/strict'
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkPubliccode } from './rules/check.ts'
import { withoutPeople } from './rules/reduce.ts'
import { complete, writePubliccode } from './rules/write.ts'

const root = join(import.meta.dirname, '../../..')
const files = ['publiccode.yml', ...readdirSync(join(root, 'services')).map((service) => `services/${service}/publiccode.yml`)]

describe('the platform describes itself by the standard', () => {
  for (const file of files) {
    it(`${file} is there, valid, and the same after it was written again`, () => {
      assert.ok(existsSync(join(root, file)), 'missing')
      const { publiccode, findings } = checkPubliccode(readFileSync(join(root, file)))
      assert.deepEqual(findings, [])
      assert.ok(publiccode)
      // Catalogues find a service by what it belongs to and who publishes it.
      assert.ok(publiccode.organisation && publiccode.description['de'] && publiccode.description['en'])
      const given = withoutPeople(complete(publiccode, { usedBy: ['Stadt Lindenhafen'] }))
      const again = checkPubliccode(new TextEncoder().encode(writePubliccode(given)))
      assert.deepEqual(again.findings, [])
      assert.deepEqual(again.publiccode, given)
    })
  }
})
