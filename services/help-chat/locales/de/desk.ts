import type { Dictionary } from '@modellregion/kernel/words'

export const desk = {} satisfies Dictionary
