import type { Dictionary } from '@modellregion/kernel/words'

export const air = {
  'air.privacy.purpose': 'Wissen, wer eine Anzeige für ein Klassenzimmer angelegt hat',
  'air.privacy.data': 'Konto der Person; die Anzeige selbst nennt niemanden',
} satisfies Dictionary
