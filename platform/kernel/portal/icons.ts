import { iconSprite, type IconName } from '@modellregion/ui'

/** Services name the icon of a fact as text; only what the sprite has can be drawn. */
export const isIcon = (name: string): name is IconName => iconSprite.svg.includes(`id="i-${name}"`)
