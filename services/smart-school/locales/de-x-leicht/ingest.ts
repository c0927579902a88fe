import type { EasyTranslation } from '@modellregion/kernel/words'
import type { ingest as de } from '../de/ingest.ts'

/** Drafts until two readers from the target group have checked them. What is missing falls back to German. */
export const ingest: EasyTranslation<typeof de> = {
  'ingest.reading.title': 'Zähler ablesen',
  'ingest.reading.lead': 'Vor welchem Zähler stehen Sie?\nDrücken Sie auf den Namen.',
  'ingest.reading.none': 'Es gibt **keinen** Zähler',
  'ingest.reading.none-next': 'Noch ist kein Zähler eingetragen.\nFragen Sie den technischen Dienst.',
  'ingest.reading.done': 'Die Zahl ist gespeichert.',
  'ingest.reading.field.value': 'Zahl auf dem Zähler',
  'ingest.reading.field.at': 'Wann haben Sie abgelesen?',
  'ingest.reading.field.photo': 'Foto vom Zähler',
  'ingest.reading.hint.value': 'Schreiben Sie die Zahl so ab:\n12345,6',
  'ingest.reading.hint.photo': 'Wir löschen aus dem Foto:\nwo und womit Sie es gemacht haben.',
  'ingest.reading.photo-kept': 'Das Foto ist schon da.',
  'ingest.reading.save': 'Zahl speichern',
  'ingest.reading.other': 'Anderer Zähler',
  'ingest.reading.past': 'Frühere Zahlen',
  'ingest.reading.doubt': 'Stimmt die Zahl?',
  'ingest.reading.doubt-next': 'Haben Sie sich vertippt?\nDann ändern Sie die Zahl unten.\nIst der Zähler neu?\nDann rufen Sie den technischen Dienst an.',
  'ingest.reading.confirm': 'Ja, die Zahl stimmt',
  'smart-school.ingest.no-number': 'Das ist keine Zahl.\nSchreiben Sie zum Beispiel:\n12345,6',
  'smart-school.ingest.impossible': 'Diese Zahl kann es **nicht** geben.',
  'smart-school.ingest.wrong-moment': 'Die Zeit stimmt **nicht**.',
  'smart-school.ingest.no-picture': 'Das ist kein Foto.',
}
