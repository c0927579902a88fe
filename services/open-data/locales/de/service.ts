import type { Dictionary } from '@modellregion/kernel/words'

/** What the service is called and for. */
export const service = {
  'service.title': 'Offene Daten',
  'service.summary': 'Daten der Stadt finden, ansehen, herunterladen und weiterverwenden.',
  'dataset.kind': 'Datensatz',
  'service.role.data-owner': 'Fachamt: bereitet Daten vor',
  'service.role.data-reviewer': 'Datengruppe: entscheidet über Veröffentlichungen',
} satisfies Dictionary
