import type { Dictionary } from '@modellregion/kernel/words'

export const water = {
  'water.privacy.purpose': 'Nachweisen, dass das Trinkwasser der Schule rechtzeitig ausgetauscht wurde',
  'water.privacy.data': 'Konto und Name der Person, die gespült oder gemessen hat, mit Zeitpunkt',
  'water.privacy.keep': 'Nachweise über das Trinkwasser bleiben zehn Jahre, auch wenn jemand die Schule verlässt.',
  'water.privacy.recipient': 'Gesundheitsamt, wenn es danach fragt',
} satisfies Dictionary
