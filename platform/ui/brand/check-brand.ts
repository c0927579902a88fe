import { contrast } from './oklch.ts'
import { type Brand, palette, type Scheme, type Token } from './tokens.ts'

/** Smallest contrast of text (WCAG 2.2, 1.4.3) and of parts one must see (1.4.11). */
const text = 4.5
const part = 3

/** [foreground, grounds, smallest ratio] for everything that stands on something in the kit. */
const rules: readonly (readonly [Token, readonly Token[], number])[] = [
  ['text', ['paper', 'surface', 'sunken', 'tint', 'ok-bg', 'warn-bg', 'bad-bg', 'info-bg', 'band-ok'], text],
  ['muted', ['paper', 'surface', 'sunken', 'tint', 'ok-bg', 'warn-bg', 'bad-bg', 'info-bg'], text],
  ['action', ['paper', 'surface', 'sunken', 'tint', 'ok-bg', 'warn-bg', 'bad-bg', 'info-bg'], text],
  ['action-hover', ['paper', 'surface', 'tint'], text],
  ['on-action', ['action', 'action-hover'], text],
  ['on-brand', ['brand', 'brand-deep'], text],
  ['on-brand-muted', ['brand', 'brand-deep'], text],
  ['on-accent', ['accent', 'accent-hover'], text],
  ['paper', ['text'], text],
  ['on-band-mid', ['band-mid'], text],
  ['on-band-bad', ['band-bad'], text],
  ['ok', ['ok-bg', 'surface', 'paper'], text],
  ['warn', ['warn-bg', 'surface', 'paper'], text],
  ['bad', ['bad-bg', 'surface', 'paper'], text],
  ['info', ['info-bg', 'surface', 'paper'], text],
  ['edge', ['paper', 'surface', 'sunken', 'tint'], part],
  ['focus', ['surface', 'paper', 'tint'], part],
  ['accent', ['brand', 'brand-deep'], part],
  ['search-edge', ['brand'], part],
  ['d1', ['surface'], part],
  ['d2', ['surface'], part],
  ['d3', ['surface'], part],
  ['d4', ['surface'], part],
  ['d5', ['surface'], part],
  ['d6', ['surface'], part],
]

export type BrandPair = { name: string; ratio: number; min: number; scheme: Scheme }

/**
 * Measures every pair of colours the kit puts on each other, in both schemes. `ok` is false when one falls short;
 * a tenant with such a brand must not be saved.
 */
export function checkBrand(brand: Brand): { pairs: BrandPair[]; ok: boolean } {
  const pairs = (['light', 'dark'] as const).flatMap((scheme) => {
    const colours = palette(brand, scheme)
    return rules.flatMap(([front, grounds, min]) =>
      grounds.map((ground) => ({ name: `${front} on ${ground}`, ratio: contrast(colours[front], colours[ground]), min, scheme })),
    )
  })
  return { pairs, ok: pairs.every((pair) => pair.ratio >= pair.min) }
}
