import type { Dictionary } from '@modellregion/kernel/words'

export const device = {} satisfies Dictionary
