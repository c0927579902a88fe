import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Document } from '../document/document.tsx'
import { allExamples } from './all-examples.ts'
import { ExamplePage } from './gallery.tsx'

const rooms = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })

test('every example file is in the gallery', () => {
  const onDisk = rooms.filter((path) => path.endsWith('/examples.tsx')).map((path) => path.split('/')[0])
  assert.deepEqual(allExamples.map((entry) => entry.component), onDisk.sort())
})

test('names of examples are unique and fit into an address', () => {
  for (const { component, examples } of allExamples) {
    const names = examples.map((example) => example.name)
    assert.equal(new Set(names).size, names.length, component)
    for (const name of names) assert.match(name, /^[a-z0-9-]+$/)
  }
})

for (const { component, examples } of allExamples) {
  for (const example of examples) {
    const html = renderToString(h(Document, { lang: 'de', title: 'x', assets: { brand: '/b.css', styles: [], scripts: [] } }, h(ExamplePage, { component, example })))

    test(`${component}/${example.name} needs nothing inline and has one h1`, () => {
      assert.doesNotMatch(html, / style="/)
      assert.doesNotMatch(html, / on[a-z]+="/)
      assert.doesNotMatch(html, /<script(?![^>]* src=)/)
      assert.equal(html.match(/<h1/g)?.length, 1)
    })

    test(`${component}/${example.name} has unique ids, and every reference finds its target`, () => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
      assert.equal(new Set(ids).size, ids.length, `doubled: ${ids.filter((id, at) => ids.indexOf(id) !== at).join(', ')}`)
      const references = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|aria-controls)="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' '))
      assert.deepEqual(references.filter((id) => !ids.includes(id)), [])
    })
  }
}
