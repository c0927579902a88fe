import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundingBox, boxAround, boxHolds, distanceMetres, polygonArea, polygonHolds, ringArea, ringCentroid, ringHolds, type Position, type Ring } from './geo.ts'

const position = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true })) satisfies fc.Arbitrary<Position>
const square: Ring = [[6, 50], [7, 50], [7, 51], [6, 51], [6, 50]]

test('distances: a degree of latitude, half the Earth, and the way back', () => {
  assert.ok(Math.abs(distanceMetres([6, 50], [6, 51]) - 111_195) < 1)
  assert.ok(Math.abs(distanceMetres([0, 0], [180, 0]) - Math.PI * 6_371_008.8) < 1)
  fc.assert(fc.property(position, position, (a, b) => {
    assert.equal(distanceMetres(a, a), 0)
    assert.ok(Math.abs(distanceMetres(a, b) - distanceMetres(b, a)) < 1e-6)
  }))
})

test('the sieve never loses a point within reach', () => {
  fc.assert(fc.property(position, fc.integer({ min: 1, max: 200_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), ([lon, lat], metres, share, bearing) => {
    const angle = (metres * share) / 6_371_008.8
    const phi = (lat * Math.PI) / 180
    const phi2 = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing))
    const lambda = Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(phi2))
    const point: Position = [lon + (lambda * 180) / Math.PI, (phi2 * 180) / Math.PI]
    const [west, south, east, north] = boxAround([lon, lat], metres + 0.01)
    assert.ok(boxHolds([west, south, east, north], point))
  }))
})

test('inside, outside, in the hole', () => {
  const hole: Ring = [[6.4, 50.4], [6.4, 50.6], [6.6, 50.6], [6.6, 50.4], [6.4, 50.4]]
  assert.equal(polygonHolds([square, hole], [6.2, 50.5]), true)
  assert.equal(polygonHolds([square, hole], [6.5, 50.5]), false)
  assert.equal(polygonHolds([square, hole], [7.2, 50.5]), false)
  assert.equal(polygonHolds([], [6, 50]), false)
})

test('far north the circle is wider than its centre line, and the box knows', () => {
  const metres = 400_000
  const [, , east] = boxAround([0, 84], metres)
  const angle = metres / 6_371_008.8
  const reached = Array.from({ length: 360 }, (_, degree) => onCircle(84, angle, (degree * Math.PI) / 180)).reduce((a, b) => Math.max(a, b))
  assert.ok(reached <= east && reached > east - 0.01, `${reached} of ${east}`)
})

function onCircle(latitude: number, angle: number, bearing: number): number {
  const phi = (latitude * Math.PI) / 180
  const phi2 = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing))
  return (Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(phi2)) * 180) / Math.PI
}

test('a ray through a corner counts it once', () => {
  const diamond: Ring = [[0, -1], [1, 0], [0, 1], [-1, 0], [0, -1]]
  const hill: Ring = [[0, 0], [2, 0], [1, 1], [0, 0]]
  assert.equal(ringHolds(diamond, [0, 0]), true)
  assert.equal(ringHolds(diamond, [-2, 0]), false)
  assert.equal(ringHolds(hill, [-1, 1]), false)
  assert.equal(ringHolds(hill, [-1, 0]), false)
})

test('neighbours share no point and leave none out', () => {
  const east: Ring = [[7, 50], [8, 50], [8, 51], [7, 51], [7, 50]]
  fc.assert(fc.property(fc.double({ min: 50.001, max: 50.999, noNaN: true }), (lat) => {
    assert.equal(Number(ringHolds(square, [7, lat])) + Number(ringHolds(east, [7, lat])), 1)
  }))
})

test('areas: sign by direction, the sphere as a whole, a town-sized square', () => {
  const sphere = 4 * Math.PI * 6_371_008.8 ** 2
  const octant: Ring = [[0, 0], [90, 0], [90, 90], [0, 90], [0, 0]]
  assert.ok(Math.abs(ringArea(octant) / (sphere / 8) - 1) < 1e-9)
  assert.ok(ringArea(square) > 0)
  assert.ok(Math.abs(ringArea(square) + ringArea([...square].reverse())) < 1e-3)
  assert.ok(Math.abs(polygonArea([square]) / 7.81e9 - 1) < 0.01)
})

test('centre and box of a square; open and closed rings agree', () => {
  const centre = ringCentroid(square)
  assert.ok(centre && Math.abs(centre[0] - 6.5) < 1e-9 && Math.abs(centre[1] - 50.5) < 1e-9)
  const open = ringCentroid(square.slice(0, -1))
  assert.ok(open && Math.abs(open[0] - 6.5) < 1e-9)
  assert.deepEqual(ringCentroid([[6, 50], [8, 50]]), [7, 50])
  assert.deepEqual(boundingBox(square), [6, 50, 7, 51])
  assert.equal(boundingBox([]), undefined)
})
