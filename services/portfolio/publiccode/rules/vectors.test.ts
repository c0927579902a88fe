/** The published test files of the standard's own parser (EUPL-1.2; test input only): ../shared/vectors/publiccode beside the project. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { checkFiles } from './files.ts'
import { checkPubliccode } from './check.ts'
import type { Finding } from '../schema.ts'

const root = join(import.meta.dirname, '../../../../../shared/vectors/publiccode')
const rooms = ['v0', 'v1'].map((version) => join(root, version)).filter((room) => existsSync(room))

/** What only somebody with a network can say. */
const needsNetwork: Readonly<Record<string, string>> = {
  'logo_missing_url.yml': 'whether the address of a logo answers',
}

/** Names of files begin with the key that is broken. */
const starts = Object.fromEntries(['name', 'url', 'landingURL', 'releaseDate', 'logo', 'monochromeLogo', 'categories', 'platforms', 'developmentStatus', 'softwareType', 'legal', 'maintenance', 'localisation', 'dependsOn', 'intendedAudience', 'roadmap', 'usedBy', 'fundedBy', 'organisation', 'isBasedOn', 'inputTypes', 'outputTypes', 'description', 'supports', 'publiccodeYmlVersion', 'softwareVersion', 'applicationSuite'].map((key) => [key, true]))

if (rooms.length === 0) it('vectors of publiccode.yml', { skip: `${root} is not there` }, () => {})

for (const room of rooms) {
  describe(`vectors of publiccode.yml ${basename(room)}`, () => {
    for (const path of filesIn(join(room, 'valid'))) it(`accepts ${named(path)}`, () => assert.deepEqual(check(path).filter(({ level }) => level !== 'hint'), []))
    for (const path of filesIn(join(room, 'valid_with_warnings'))) {
      it(`accepts with a warning ${named(path)}`, () => {
        const findings = check(path)
        assert.deepEqual(findings.filter(({ level }) => level === 'error'), [])
        assert.ok(findings.some(({ level, key, line }) => level === 'warning' && key !== '' && line > 0), 'no warning')
      })
    }
    for (const path of filesIn(join(room, 'invalid'))) {
      const reason = needsNetwork[basename(path)]
      it(`refuses ${named(path)}`, { skip: reason !== undefined && `needs the network: ${reason}` }, () => {
        const errors = check(path).filter(({ level }) => level === 'error')
        assert.ok(errors.length > 0, 'accepted')
        for (const { line } of errors) assert.ok(line >= 1)
        if (basename(path) === 'file_encoding.yml') return
        const lines = readFileSync(path, 'utf8').split('\n').length
        assert.ok(errors.every(({ key, line }) => key !== '' && line <= lines), JSON.stringify(errors))
        // The name of the file says which key is broken.
        const [expected = ''] = basename(path).split('_')
        if (expected in starts) assert.ok(errors.some(({ key }) => key.startsWith(expected)), `${expected}: ${JSON.stringify(errors)}`)
      })
    }
  })
}

function check(path: string): readonly Finding[] {
  const bytes = readFileSync(path)
  const { publiccode, findings } = checkPubliccode(bytes, { draft: path.startsWith(join(root, 'v1')) })
  if (!publiccode) return findings
  const beside = (file: string) => (existsSync(join(dirname(path), file)) ? readFileSync(join(dirname(path), file)) : undefined)
  return [...findings, ...checkFiles(bytes, publiccode, beside)]
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yml')).map((name) => join(folder, name)) : []
}

function named(path: string): string {
  return path.split('/').slice(-2).join('/')
}
