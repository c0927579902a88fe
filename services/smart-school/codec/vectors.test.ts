import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import vm from 'node:vm'
import { checkExamples } from './check.ts'
import { openDecoder } from './decoder.ts'
import { readExamples } from './rules/examples.ts'
import { findShipped } from './shipped.ts'

const folder = new URL('../../../../shared/vectors/lorawan-codecs/', import.meta.url)
const makers = ['browan', 'decentlab', 'dragino', 'elsys', 'mclimate', 'milesight']
const decoder = openDecoder()
after(() => decoder.close())

// Hexadecimal numbers and lists of JavaScript: read as an expression in a context without anything.
const read = (file: URL): unknown => JSON.parse(JSON.stringify(vm.runInNewContext(`(${readFileSync(file, 'utf8')})`, Object.create(null), { timeout: 1_000 })))
const idOf = (maker: string, model: string): string => (maker === 'elsys' ? 'elsys-ers-co2' : `${maker}-${model}`)

test('all cases of the public device profiles, for every device that has some', { skip: existsSync(folder) ? false : 'the folder shared/vectors/lorawan-codecs is not here' }, async (t) => {
  const devices = new Map<string, { passed: number; of: number }>()
  const failures: string[] = []
  for (const maker of makers)
    for (const file of readdirSync(new URL(`${maker}/`, folder)).filter((name) => /^test_(de|en)code_.*\.json$/.test(name))) {
      const found = readExamples(JSON.stringify(read(new URL(`${maker}/${file}`, folder))))
      assert.ok(found.ok, file)
      if (found.examples.length === 0) continue
      const id = idOf(maker, file.replace(/^test_(de|en)code_|\.json$/g, ''))
      const codec = findShipped(id)
      const count = devices.get(id) ?? { passed: 0, of: 0 }
      devices.set(id, count)
      count.of += found.examples.length
      if (!codec) {
        failures.push(`${id}: no codec`)
        continue
      }
      for (const checked of await checkExamples(decoder, codec, found.examples, new Date(0))) {
        if (checked.ok) count.passed += 1
        else failures.push(`${id} ${checked.name}: ${JSON.stringify(checked.difference ?? checked.failure ?? checked)}`)
      }
    }
  const sum = [...devices.values()].reduce((all, { passed, of }) => ({ passed: all.passed + passed, of: all.of + of }), { passed: 0, of: 0 })
  t.diagnostic(`${devices.size} devices, ${sum.passed} of ${sum.of} cases`)
  assert.deepEqual(failures, [])
  assert.ok(devices.size >= 70)
})
