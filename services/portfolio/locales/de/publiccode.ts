import type { Dictionary } from '@modellregion/kernel/words'

export const publiccode = {
} satisfies Dictionary
