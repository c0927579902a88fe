import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Hy } from '../hyphenation/hy.tsx'
import { Document } from '../document/document.tsx'
import { Island } from './island.tsx'

const root = join(import.meta.dirname, '../../..')
const files = ['platform/ui/**/*.island.tsx', 'services/*/**/*.island.tsx'].flatMap((pattern) => globSync(pattern, { cwd: root }))

test('the marker carries name and props, and the content is there without script', () => {
  const html = renderToString(h(Island<{ text: string }>, { name: 'price', of: ({ text }) => h('p', {}, text), props: { text: '"quoted" <b>' } }))
  assert.match(html, /data-island="price"/)
  assert.match(html, /data-props="{&quot;text&quot;:&quot;\\&quot;quoted\\&quot; &lt;b>&quot;}"/)
  assert.match(html, /<p>&quot;quoted&quot; &lt;b><\/p>/)
})

test('inside an island words are not divided, so that server and browser agree', () => {
  const html = renderToString(
    h(Document, { lang: 'de', title: 'x', assets: { brand: '', styles: [], scripts: [] } }, h(Island, { name: 'x', of: () => h(Hy, {}, 'Wohnungsgeberbestätigung'), props: {} })),
  )
  assert.match(html, /Wohnungsgeberbestätigung/)
})

test('names of islands are unique in the whole platform', () => {
  const names = files.map((file) => file.replace(/^.*\//, ''))
  assert.equal(new Set(names).size, names.length, names.join(' '))
})

for (const file of files) {
  test(`${file} exports a component`, async () => {
    const module: Record<string, unknown> = await import(join(root, file))
    assert.ok(Object.values(module).some((value) => typeof value === 'function'))
  })
}
