import type { Dictionary } from '@modellregion/kernel/words'

export const lesson = {} satisfies Dictionary
