import type { Dictionary } from '@modellregion/kernel/words'

export const programme = {
  'programme.kind-of-result': 'Projekt',
} satisfies Dictionary
