import type { Dictionary } from '@modellregion/kernel/words'

export const ingest = {} satisfies Dictionary
