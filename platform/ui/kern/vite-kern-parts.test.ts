import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transform } from 'lightningcss'
import { kernRules } from './vite-kern-parts.ts'

test('only the named parts of KERN are taken, without its fonts, tokens and global rules', () => {
  const css = kernRules(['kern-progress'])
  assert.match(css, /\.kern-progress progress/)
  assert.doesNotMatch(css, /kern-button|@font-face|:root|:not\(i\)/)
  assert.ok(css.length < 12_000)
})

test('the build lowers light-dark() so that browsers before 2024 see both themes', () => {
  const { code } = transform({
    filename: 'x.css',
    code: Buffer.from(':root{color-scheme:light dark}[data-theme=dark]{color-scheme:dark}p{color:light-dark(#123456,#abcdef)}'),
    targets: { chrome: 105 << 16, safari: (15 << 16) | (4 << 8) },
  })
  const css = code.toString()
  assert.doesNotMatch(css, /light-dark\(/)
  assert.match(css, /prefers-color-scheme: dark/)
})
