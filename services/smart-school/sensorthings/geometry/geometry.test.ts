import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distance, lengthOf } from './measure.ts'
import { holds, relate } from './relate.ts'
import { shapeOfGeoJson, shapeOfText, type Shape } from './shape.ts'

const shape = (text: string): Shape => shapeOfText(text) ?? assert.fail(`no geometry: ${text}`)
const square = 'POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))'

const relations: readonly [string, string, string][] = [
  ['POINT (1 1)', square, 'st_within st_intersects'],
  ['POINT (0 2)', square, 'st_touches st_intersects'],
  ['POINT (5 5)', square, 'st_disjoint'],
  ['POINT (1 1)', 'POINT (1 1)', 'st_equals st_intersects st_within st_contains'],
  [square, 'POINT (1 1)', 'st_contains st_intersects'],
  ['LINESTRING (-1 2, 5 2)', square, 'st_crosses st_intersects'],
  ['LINESTRING (1 1, 2 2)', square, 'st_within st_intersects'],
  ['LINESTRING (0 0, 4 0)', square, 'st_touches st_intersects'],
  ['LINESTRING (0 0, 2 2)', 'LINESTRING (0 2, 2 0)', 'st_crosses st_intersects'],
  ['LINESTRING (0 0, 2 0)', 'LINESTRING (1 0, 3 0)', 'st_overlaps st_intersects'],
  ['LINESTRING (0 0, 2 0)', 'LINESTRING (2 0, 2 2)', 'st_touches st_intersects'],
  ['LINESTRING (0 0, 2 0)', 'LINESTRING (2 0, 1 0, 0 0)', 'st_equals st_intersects st_within st_contains'],
  [square, 'POLYGON ((2 2, 6 2, 6 6, 2 6, 2 2))', 'st_overlaps st_intersects'],
  [square, 'POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))', 'st_touches st_intersects'],
  [square, 'POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))', 'st_contains st_intersects'],
  [square, 'POLYGON ((0 4, 0 0, 4 0, 4 4, 0 4))', 'st_equals st_intersects st_within st_contains'],
  ['POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1))', 'POINT (2 2)', 'st_disjoint'],
]
const names = ['st_equals', 'st_disjoint', 'st_touches', 'st_within', 'st_overlaps', 'st_crosses', 'st_intersects', 'st_contains']
for (const [a, b, expected] of relations)
  test(`${a} and ${b}: ${expected}`, () => {
    assert.deepEqual(names.filter((name) => holds(name, shape(a), shape(b))), names.filter((name) => expected.split(' ').includes(name)))
  })

test('a matrix turned is the matrix of the turned question', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  const box = fc.tuple(point, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map(([[x, y], w, h]) => shape(`POLYGON ((${x} ${y}, ${x + w} ${y}, ${x + w} ${y + h}, ${x} ${y + h}, ${x} ${y}))`))
  const any = fc.oneof(box, point.map(([x, y]) => shape(`POINT (${x} ${y})`)), fc.tuple(point, point).filter(([[a, b], [c, d]]) => a !== c || b !== d).map(([[a, b], [c, d]]) => shape(`LINESTRING (${a} ${b}, ${c} ${d})`)))
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [there, back] = [relate(a, b), relate(b, a)]
      for (const [key, value] of Object.entries(there)) assert.equal(back[key.split(' ').reverse().join(' ') as keyof typeof back], value)
      assert.equal(holds('st_intersects', a, b), distance(a, b) < 1e-9)
      assert.ok(holds('st_equals', a, a))
    }),
    { numRuns: 200 },
  )
})

test('distances and lengths are those of the plane', () => {
  assert.equal(distance(shape('POINT (0 0)'), shape('POINT (3 4)')), 5)
  assert.equal(distance(shape('POINT (2 6)'), shape(square)), 2)
  assert.equal(distance(shape('LINESTRING (-1 2, 5 2)'), shape(square)), 0)
  assert.equal(lengthOf(shape('LINESTRING (0 0, 3 4, 3 5)')), 6)
})

test('what is no geometry is none', () => {
  assert.equal(shapeOfText('POINT (1)'), undefined)
  assert.equal(shapeOfText('POLYGON ((0 0, 1 1, 0 1))'), undefined, 'not closed')
  assert.equal(shapeOfGeoJson({ type: 'Point', coordinates: [1, Number.NaN] }), undefined)
  assert.deepEqual(shapeOfGeoJson({ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2, 3] } })?.points, [[1, 2, 3]])
  assert.deepEqual(shapeOfText('MULTIPOINT ((1 2), (3 4))')?.points, [[1, 2], [3, 4]])
})
