import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brandCss } from './brand-css.ts'
import { checkBrand } from './check-brand.ts'
import { contrast, toHex } from './oklch.ts'
import { palette } from './tokens.ts'

const aachen = { h: 225, c: 0.075, accentH: 92, accentC: 0.155, radius: 4 }

test('colours agree with the published values of the design', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(toHex({ l: 1, c: 0, h: 0 }), '#ffffff')
  const light = palette(aachen, 'light')
  assert.deepEqual([light.action, light.accent, light.paper, light.text], ['#025066', '#efc63a', '#f6fafc', '#0f1d22'])
})

test('every hue and chroma a town can choose stays readable in both schemes', () => {
  for (let h = 0; h < 360; h += 5) {
    for (const c of [0, 0.04, 0.08, 0.12, 0.16]) {
      const { pairs, ok } = checkBrand({ h, c, accentH: (h + 180) % 360, accentC: c, radius: 4 })
      const worst = pairs.filter((pair) => pair.ratio < pair.min)
      assert.ok(ok, `hue ${h}, chroma ${c}: ${worst.map((pair) => `${pair.scheme} ${pair.name} ${pair.ratio.toFixed(2)}`).join(', ')}`)
    }
  }
})

test('a ratio below its minimum is reported, not hidden', () => {
  const { pairs } = checkBrand(aachen)
  assert.ok(pairs.length >= 88)
  const text = pairs.find((pair) => pair.name === 'text on paper' && pair.scheme === 'light')
  assert.ok(text && Math.abs(text.ratio - 16.4) < 0.2, `text on paper is ${text?.ratio}`)
})

test('the stylesheet knows both schemes and gives way to later rules', () => {
  const css = brandCss(aachen)
  assert.match(css, /--mr-action:#025066/)
  assert.match(css, /prefers-color-scheme:dark/)
  assert.doesNotMatch(css, /oklch|light-dark/)
  assert.doesNotMatch(css.replaceAll(/:where\([^{]*\{/g, '{'), /:root/)
})
