import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { listPackages } from './third-party/packages.ts'
import { isAcceptable, thirdPartyPage } from './third-party/page.ts'

const root = dirname(import.meta.dirname)
// Names and licences only: which optional packages are on the disk, and with them their texts, differs from machine to machine.
const skeleton = (page: string): string => page.replace(/^(- \S+ [^:\s]+):.*$/gm, '$1')

test('THIRD-PARTY.md is what the lock file says', () => {
  assert.equal(skeleton(readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')), skeleton(thirdPartyPage(listPackages(root))), 'run: node tools/third-party.ts')
})

test('every licence can be combined with ours', () => {
  assert.deepEqual(listPackages(root).filter(({ licence }) => !isAcceptable(licence)).map(({ name, licence }) => `${name}: ${licence}`), [])
})

test('an unknown and a forbidding licence are noticed, a choice and a combination are understood', () => {
  assert.ok(!isAcceptable('UNKNOWN') && !isAcceptable('SSPL-1.0') && !isAcceptable('MIT AND SSPL-1.0'))
  assert.ok(isAcceptable('(MIT OR GPL-3.0)') && isAcceptable('MIT AND Zlib'))
})
