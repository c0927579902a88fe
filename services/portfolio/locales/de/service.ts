import type { Dictionary } from '@modellregion/kernel/words'

export const service = {
  'service.title': 'Projekte und Nachnutzung',
  'service.summary': 'Förderprojekte steuern und Ergebnisse so teilen, dass andere sie übernehmen können.',
} satisfies Dictionary
