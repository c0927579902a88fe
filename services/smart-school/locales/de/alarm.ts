import type { Dictionary } from '@modellregion/kernel/words'

export const alarm = {} satisfies Dictionary
