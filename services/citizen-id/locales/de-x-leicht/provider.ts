import type { EasyTranslation } from '@modellregion/kernel/words'
import type { provider as de } from '../de/provider.ts'

export const provider: EasyTranslation<typeof de> = {
  'provider.consent.title': 'Dürfen wir das weitergeben?',
  'provider.consent.lead': (p) => `${p.office} möchte etwas über Sie wissen.\nSie entscheiden: ja oder nein.\nVorher geben wir **nichts** weiter.`,
  'provider.consent.data': 'Das möchte der Dienst wissen',
  'provider.consent.mark': 'Ein Zeichen für Sie',
  'provider.consent.mark-text': 'Das Zeichen bekommt nur dieser Dienst.',
  'provider.consent.nothing': 'Dazu steht bei uns noch nichts.',
  'provider.consent.purpose': 'Wofür?',
  'provider.consent.basis': 'Welches Gesetz?',
  'provider.consent.how-long': 'Wie lange?',
  'provider.consent.once': 'Für diese Anmeldung.\nUnd höchstens 90 Tage.',
  'provider.consent.lasting': 'Bis Sie es uns anders sagen.',
  'provider.consent.voluntary': 'Das müssen Sie **nicht** sagen',
  'provider.consent.allow': 'Ja, weitergeben',
  'provider.consent.refuse': 'Nein, **nicht** weitergeben',
  'provider.consent.later': 'Sie können später anders entscheiden.',
  'provider.consent.manage': 'Alle meine Antworten ansehen',
  'provider.consent.acts-for': (p) => `Sie machen das für ${p.name}`,
  'provider.consent.acts-for-text': 'Der Dienst erfährt das.',
}
