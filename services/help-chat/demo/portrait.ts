import { encodePng } from './png.ts'

// Drawn by these lines, so that nobody's face is borrowed for an invented person. A shape says how far a point is from its edge, inside is negative.
type Shape = (x: number, y: number) => number
type Colour = readonly [number, number, number]
export type Look = { ground: readonly [Colour, Colour]; skin: Colour; hair: Colour; shirt: Colour; collar: Colour; style: 'long' | 'short' | 'curls'; glasses?: true; beard?: true }

const size = 320

// Math.hypot is many times slower than the root.
const length = (x: number, y: number): number => Math.sqrt(x * x + y * y)
const ellipse = (cx: number, cy: number, rx: number, ry: number): Shape => (x, y) => (length((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry)
const circle = (cx: number, cy: number, r: number): Shape => ellipse(cx, cy, r, r)
const ring = (cx: number, cy: number, r: number, width: number): Shape => (x, y) => Math.abs(length(x - cx, y - cy) - r) - width / 2
const box = (left: number, top: number, right: number, bottom: number): Shape => (x, y) => Math.max(left - x, x - right, top - y, y - bottom)
const both = (...shapes: Shape[]): Shape => (x, y) => {
  let far = -Infinity
  for (const shape of shapes) far = Math.max(far, shape(x, y))
  return far
}
const either = (...shapes: Shape[]): Shape => (x, y) => {
  let near = Infinity
  for (const shape of shapes) near = Math.min(near, shape(x, y))
  return near
}
const not = (shape: Shape): Shape => (x, y) => -shape(x, y)
const arc = (cx: number, cy: number, r: number, width: number, top: number, bottom: number): Shape => both(ring(cx, cy, r, width), box(0, top, size, bottom))

const darker = ([r, g, b]: Colour, by: number): Colour => [r * by, g * by, b * by]

function behind({ style, hair }: Look): [Shape, Colour][] {
  if (style === 'long') return [[either(ellipse(160, 150, 84, 94), box(76, 150, 244, 226), ellipse(160, 226, 84, 26)), darker(hair, 0.82)]]
  if (style === 'curls') return [[either(circle(96, 128, 38), circle(224, 128, 38), circle(112, 84, 42), circle(208, 84, 42), circle(160, 68, 46), circle(88, 168, 28), circle(232, 168, 28)), darker(hair, 0.85)]]
  return []
}

function inFront({ style, hair }: Look): [Shape, Colour][] {
  const head = ellipse(160, 146, 64, 80)
  if (style === 'long') return [[both(either(ellipse(160, 132, 72, 80), ellipse(160, 146, 66, 82)), not(ellipse(182, 168, 74, 74)), box(0, 0, size, 190)), hair]]
  if (style === 'curls') return [[both(either(circle(122, 92, 28), circle(160, 82, 30), circle(198, 92, 28), circle(104, 116, 18), circle(216, 116, 18)), not(ellipse(160, 168, 56, 62))), hair]]
  return [[both(either(ellipse(160, 118, 68, 60), head), not(ellipse(152, 170, 64, 72)), box(0, 0, size, 142)), hair]]
}

function layersOf(look: Look): [Shape, Colour][] {
  const { skin, shirt, collar, hair } = look
  const shade = darker(skin, 0.86)
  const ink: Colour = [46, 38, 40]
  return [
    ...behind(look),
    [ellipse(160, 338, 122, 96), shirt],
    [both(ellipse(160, 250, 46, 40), box(0, 236, size, size)), collar],
    [either(box(134, 200, 186, 248), ellipse(160, 248, 26, 20)), shade],
    [either(ellipse(98, 152, 11, 17), ellipse(222, 152, 11, 17)), shade],
    [ellipse(160, 146, 64, 80), skin],
    [both(either(ellipse(114, 172, 13, 8), ellipse(206, 172, 13, 8)), ellipse(160, 146, 64, 80)), [skin[0], skin[1] * 0.91, skin[2] * 0.88]],
    ...(look.beard ? ([[both(ellipse(160, 152, 65, 80), not(ellipse(160, 130, 60, 64)), box(0, 142, size, size)), hair]] as [Shape, Colour][]) : []), // a list of one pair
    ...inFront(look),
    [either(ellipse(134, 148, 6, 7.5), ellipse(186, 148, 6, 7.5)), ink],
    [either(circle(136, 145.5, 2), circle(188, 145.5, 2)), [255, 255, 255]],
    [either(arc(134, 146, 19, 5, 122, 131), arc(186, 146, 19, 5, 122, 131)), darker(hair, 0.8)],
    [arc(160, 158, 15, 4, 168, 176), shade],
    [arc(160, 172, 27, 5, 190, 202), [150, 62, 62]],
    ...(look.glasses ? ([[either(ring(134, 149, 21, 4), ring(186, 149, 21, 4), both(ring(160, 154, 8, 4), box(152, 140, 168, 151))), [60, 62, 74]]] as [Shape, Colour][]) : []),
  ]
}

/** The portrait of an invented person as a PNG file, 320 by 320. The same look always gives the same bytes. */
export function drawPortrait(look: Look): Buffer {
  const layers = layersOf(look)
  const rgb = new Uint8Array(size * size * 3)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let [r, g, b] = mix(look.ground[0], look.ground[1], y / size)
      for (const [shape, colour] of layers) {
        const cover = Math.min(1, Math.max(0, 0.5 - shape(x + 0.5, y + 0.5)))
        if (cover > 0) [r, g, b] = mix([r, g, b], colour, cover)
      }
      rgb.set([r, g, b], (y * size + x) * 3)
    }
  return encodePng(size, size, rgb)
}

const mix = (a: Colour, b: Colour, share: number): [number, number, number] => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
