import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Hy } from '../hyphenation/hy.tsx'
import { Document, pageTitle } from './document.tsx'

const assets = { brand: '/brand.css', styles: ['/main.css'], scripts: ['/main.js'] }
const render = (props: Partial<Parameters<typeof Document>[0]>): string => renderToString(h(Document, { lang: 'de', title: 'T', assets, ...props }, h('h1', {}, h(Hy, {}, 'Wohnungsgeberbestätigung'))))

test('the town’s colours come before the kit, so that preferences of the reader win', () => {
  const html = render({})
  assert.ok(html.indexOf('/brand.css') < html.indexOf('/main.css'))
  assert.match(html, /<script type="module" src="\/main.js"><\/script>/)
})

test('only ordinary German gets soft hyphens', () => {
  assert.match(render({}), /Wohnungs\u00ADgeber\u00ADbestätigung/)
  for (const lang of ['en', 'de-simple-x-leicht']) assert.match(render({ lang }), /Wohnungsgeberbestätigung/)
})

test('the device decides the theme unless the reader did', () => {
  assert.doesNotMatch(render({}), /data-theme/)
  assert.match(render({ theme: 'dark', contrast: true, density: 'dense' }), /data-theme="dark" data-density="dense" data-contrast="more"/)
})

test('titles read page, service, town; errors come first; nothing is said twice', () => {
  assert.equal(pageTitle({ page: 'Suche', service: 'Offene Daten', town: 'Stadt Aachen' }), 'Suche – Offene Daten – Stadt Aachen')
  assert.equal(pageTitle({ page: 'Offene Daten', service: 'Offene Daten', town: 'Stadt Aachen', error: 'Fehler' }), 'Fehler: Offene Daten – Stadt Aachen')
})
