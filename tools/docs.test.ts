import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { brokenLinks, deadCommands, unnamedSettings, type Known, type Page } from './docs/check.ts'
import { kernelDocs } from './kernel-docs.ts'

const root = dirname(import.meta.dirname)
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages: Page[] = globSync('{*.md,{docs,app,platform,services,bench,tools}/**/*.md}', { cwd: root, exclude: (name) => /(^|\/)node_modules$/.test(name) })
  .filter((path) => !path.includes('node_modules/'))
  .map((path) => ({ path, text: read(path) }))
const known: Known = {
  scripts: new Set(Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)), // npm's format
  commands: new Set(globSync('app/commands/*.ts', { cwd: root }).map((file) => basename(file, '.ts'))),
  benches: new Set(globSync('{bench,services/*/bench}/**/*.bench.ts', { cwd: root }).map((file) => /export const name = '([^']+)'/.exec(read(file))?.[1] ?? file)),
}

test('every relative link of every page leads somewhere', () => {
  assert.ok(pages.length > 20)
  assert.deepEqual(pages.flatMap((page) => brokenLinks(root, page)), [])
})

test('every command that a page names exists', () => {
  assert.deepEqual(pages.flatMap((page) => deadCommands(page, known)), [])
})

test('the page for operators names every setting and every variable', () => {
  assert.deepEqual(unnamedSettings(read('platform/kernel/boot/config.ts'), read('docs/operations.md')), [])
})

test('the page about the kernel is what the code says', () => {
  assert.equal(read('docs/kernel.md'), kernelDocs(), 'run: node tools/kernel-docs.ts')
})

test('planted mistakes are found', () => {
  const page = { path: 'docs/planted.md', text: '[a](nowhere.md) [b](operations.md#no-such-heading) [c](https://example.org) `[d](x)` npm run nothing; npm run modellregion -- nothing; npm run bench nothing' }
  assert.deepEqual(brokenLinks(root, page), ['docs/planted.md: nowhere.md', 'docs/planted.md: operations.md#no-such-heading'])
  assert.deepEqual(deadCommands(page, { scripts: new Set(['modellregion', 'bench']), commands: new Set(), benches: new Set() }), ['docs/planted.md: npm run nothing', 'docs/planted.md: npm run bench nothing', 'docs/planted.md: npm run modellregion -- nothing'])
  assert.deepEqual(unnamedSettings("  port: Type.Optional(Type.Integer()),\n  mail: Type.Object({ smtp: Type.String(), from: Type.String() }),\n env['HOST']", '`port` `mail` `mail.smtp`'), ['from', 'HOST'])
})
