import type { Dictionary } from '@modellregion/kernel/words'

export const sensorthings = {} satisfies Dictionary
