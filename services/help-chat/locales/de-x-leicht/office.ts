import type { EasyTranslation } from '@modellregion/kernel/words'
import type { office as de } from '../de/office.ts'

export const office: EasyTranslation<typeof de> = {
  'office.confidant': 'Vertrauens·person',

  'office.topic.bullying': 'Andere machen mich schlecht',
  'office.topic.harassment': 'Sexuelle Belästigung',
  'office.topic.discrimination': 'Andere behandeln mich ungerecht',
  'office.topic.violence': 'Gewalt und Drohungen',
  'office.topic.conflict': 'Streit bei der Arbeit',
  'office.topic.compliance': 'Jemand hält sich **nicht** an die Regeln',
  'office.topic.health': 'Die Arbeit macht mich krank',
  'office.topic.other': 'Etwas anderes',
}
