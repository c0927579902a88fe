import type { Card } from '../demo/cards.ts'

/** A card as people write names. */
export const readable = ({ givenNames, familyName }: Card): { name: string } => ({ name: `${givenNames} ${familyName}`.replaceAll(/\p{L}+/gu, (word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`) })
