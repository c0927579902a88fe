import type { Dictionary } from '@modellregion/kernel/words'

export const document = {
} satisfies Dictionary
