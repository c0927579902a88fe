import type { Dictionary } from '@modellregion/kernel/words'

export const adoption = {
} satisfies Dictionary
