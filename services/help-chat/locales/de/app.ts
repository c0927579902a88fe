import type { Dictionary } from '@modellregion/kernel/words'

export const app = {} satisfies Dictionary
