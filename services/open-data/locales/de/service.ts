import type { Dictionary } from '@modellregion/kernel/words'

/** What the service is called and for. */
export const service = {
  'service.title': 'Offene Daten',
  'service.summary': 'Daten der Stadt finden, ansehen, herunterladen und weiterverwenden.',
  'dataset.kind': 'Datensatz',
} satisfies Dictionary
