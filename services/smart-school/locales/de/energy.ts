import type { Dictionary } from '@modellregion/kernel/words'

export const energy = {} satisfies Dictionary
