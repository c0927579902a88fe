import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { readManifests } from './architecture/manifests.ts'

const root = dirname(import.meta.dirname)
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!package|---)/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
const declared = [...new Set([...readManifests(root).values()].flatMap((names) => [...names]))].filter((name) => !name.startsWith('@modellregion/')).sort()

test('every declared dependency is described, and none that is gone', () => {
  assert.deepEqual(rows.map(([name]) => name).toSorted(), declared)
})

test('each line says what for, which licence, who keeps it and how to leave', () => {
  assert.deepEqual(rows.filter((cells) => cells.length !== 5 || cells.some((cell) => cell === '')), [])
})

test('the licences are those of the installed packages', () => {
  for (const [name = '', , licence] of rows) {
    const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { license?: string } // npm's format
    assert.equal(licence, manifest.license, name)
  }
})
