import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listSources } from './vite-list-sources.ts'

test('the list names our own files once, without what comes from packages or from the bundler', () => {
  const emitted: unknown[] = []
  const bundle = { getModuleIds: () => ['/town/app/b.ts', '/town/app/a.ts', '/town/app/a.ts?worker', '/town/node_modules/x/y.js', '\0virtual', '/elsewhere/c.ts'].values(), emitFile: (file: unknown) => emitted.push(file) }
  const { generateBundle } = listSources('/town')
  assert.ok(typeof generateBundle === 'function')
  Reflect.apply(generateBundle, bundle, [])
  assert.deepEqual(emitted, [{ type: 'asset', fileName: '.vite/sources.json', source: '["app/a.ts","app/b.ts"]' }])
})
