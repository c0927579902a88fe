import type { Dictionary } from '@modellregion/kernel/words'

export const shelf = {
  'shelf.kind-of-result': 'Nachnutzbares Ergebnis',
} satisfies Dictionary
