import { createHash } from 'node:crypto'
import { shapes } from './shapes.ts'
import { spriteHref } from './href.ts'

/** The whole icon set as one SVG document of symbols; `<Icon>` refers to it by `#i-<name>`. */
export const iconSprite = {
  href: spriteHref,
  svg: `<svg xmlns="http://www.w3.org/2000/svg">${Object.entries(shapes)
    .map(([name, body]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${body}</symbol>`)
    .join('')}</svg>`,
}

/** The address this sprite must have: a content hash, so that it can be cached for ever. */
export const expectedSpriteHref = (): string => `/assets/icons-${createHash('sha256').update(iconSprite.svg).digest('hex').slice(0, 10)}.svg`
