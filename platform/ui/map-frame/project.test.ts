import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anchorOf, boundsOf, projection } from './project.ts'

test('the box encloses all valid positions and ignores broken ones', () => {
  assert.deepEqual(
    boundsOf([
      { type: 'Point', coordinates: [6, 50] },
      { type: 'LineString', coordinates: [[7, 51], [Number.NaN, 3]] },
    ]),
    { west: 6, south: 50, east: 7, north: 51 },
  )
  assert.equal(boundsOf([]), undefined)
})

test('every position of the box lies in the picture, north above south, east right of west', () => {
  const lon = fc.double({ min: -179, max: 179, noNaN: true })
  const lat = fc.double({ min: -80, max: 80, noNaN: true })
  fc.assert(
    fc.property(lon, lat, lon, lat, (a, b, c, d) => {
      const bounds = boundsOf([{ type: 'MultiPoint', coordinates: [[a, b], [c, d]] }])
      assert.ok(bounds)
      const project = projection(bounds, 640, 420, 40)
      const [left, top] = project([bounds.west, bounds.north])
      const [right, bottom] = project([bounds.east, bounds.south])
      assert.ok(left >= 39.9 && top >= 39.9 && right <= 600.1 && bottom <= 380.1, `${left} ${top} ${right} ${bottom}`)
      assert.ok(left <= right && top <= bottom)
    }),
  )
})

test('pins of lines stand on the line, of areas in the middle', () => {
  assert.deepEqual(anchorOf({ type: 'LineString', coordinates: [[0, 0], [1, 1], [9, 9]] }), [1, 1])
  assert.deepEqual(anchorOf({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }), [1, 1])
})
