import type { EasyTranslation } from '@modellregion/kernel/words'
import type { programmeFacts as de } from '../de/programme-facts.ts'

export const programmeFacts: EasyTranslation<typeof de> = {
  'programme.facts.about': 'Das Programm',
  'programme.facts.name': 'So heißt das Programm',
  'programme.facts.startedIn': 'Anfang',
  'programme.facts.endedOn': 'Ende',
  'programme.facts.lead': 'Wer leitet das Programm?',
  'programme.facts.partner': 'Wer macht mit?',
}
