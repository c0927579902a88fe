import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spriteHref } from './href.ts'
import { expectedSpriteHref, iconSprite } from './sprite.ts'

test('the address of the sprite is the hash of its content (put the expected value into href.ts)', () => {
  assert.equal(spriteHref, expectedSpriteHref())
})

test('icons draw in the colour of the text and bring no style of their own', () => {
  assert.doesNotMatch(iconSprite.svg, /style=|#[0-9a-f]{3}|<script/i)
  assert.match(iconSprite.svg, /<symbol id="i-search" viewBox="0 0 24 24">/)
})
