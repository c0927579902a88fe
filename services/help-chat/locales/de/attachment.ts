import type { Dictionary } from '@modellregion/kernel/words'

export const attachment = {} satisfies Dictionary
