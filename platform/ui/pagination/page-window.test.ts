import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageWindow } from './page-window.ts'

test('first, last and the pages around are offered, a single missing page is shown instead of a gap', () => {
  assert.deepEqual(pageWindow(1, 5), [1, 2, 3, 4, 5])
  assert.deepEqual(pageWindow(12, 345), [1, 'gap', 10, 11, 12, 13, 14, 'gap', 345])
  assert.deepEqual(pageWindow(1, 1), [1])
})

test('every window holds the current page, rises, and never offers a page that does not exist', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (a, b) => {
      const [page, pages] = a < b ? [a, b] : [b, a]
      const shown = pageWindow(page, pages).filter((entry) => entry !== 'gap')
      assert.ok(shown.includes(page) && shown[0] === 1 && shown.at(-1) === pages)
      assert.deepEqual(shown, [...new Set(shown)].sort((x, y) => x - y))
    }),
  )
})
