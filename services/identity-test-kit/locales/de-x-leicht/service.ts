import type { EasyTranslation } from '@modellregion/kernel/words'
import type { service as de } from '../de/service.ts'

export const service: EasyTranslation<typeof de> = {
  'parking.title': 'Übungs·dienst: Park·ausweis',
  'parking.title-in': 'Übungs·dienst: Sie sind angemeldet',
  'parking.label': 'Nur zum Üben: diesen Dienst gibt es **nicht**',
  'parking.lead': 'Hier können Sie das Anmelden üben.\nDer Dienst zeigt Ihnen: Das weiß ich jetzt über Sie.',
  'parking.lead-in': 'Das weiß der Dienst jetzt über Sie.\nMehr weiß er **nicht**.',
  'parking.learnt': 'Das weiß der Dienst',
  'parking.sign-out': 'Abmelden',
  'parking.ways': 'Anmelden',
  'parking.ways-again': 'Noch einmal anmelden',
  'parking.way.plain': 'Anmelden',
  'parking.signed-out': 'Sie sind abgemeldet',
  'parking.signed-out-text': 'Sie sind **nicht** mehr bei dem Dienst angemeldet.\nSie sind auch **nicht** mehr bei der Stadt angemeldet.',
  'parking.ended': 'Die Stadt hat Sie abgemeldet',
  'parking.outcome.denied': 'Sie haben Nein gesagt',
  'parking.outcome.denied-text': 'Der Dienst bekommt **keine** Angaben.',
}
