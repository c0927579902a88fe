import type { Translation } from '@modellregion/kernel/words'
import type { office as de } from '../de/office.ts'

export const office: Translation<typeof de> = {
  'office.confidant': 'Confidant',
  'office.head': 'Head of the confidential office',

  'office.topic.bullying': 'Bullying',
  'office.topic.harassment': 'Sexual harassment',
  'office.topic.discrimination': 'Discrimination',
  'office.topic.violence': 'Violence and threats',
  'office.topic.conflict': 'Disputes and conflicts',
  'office.topic.compliance': 'Breaches of rules and corruption',
  'office.topic.health': 'Health and overload',
  'office.topic.other': 'Something else',

  'office.language.de': 'German',
  'office.language.de-x-leicht': 'Easy language',
  'office.language.en': 'English',
  'office.language.gsg': 'German Sign Language',
  'office.language.ar': 'Arabic',
  'office.language.fa': 'Persian',
  'office.language.fr': 'French',
  'office.language.it': 'Italian',
  'office.language.ku': 'Kurdish',
  'office.language.nl': 'Dutch',
  'office.language.pl': 'Polish',
  'office.language.ru': 'Russian',
  'office.language.tr': 'Turkish',
  'office.language.uk': 'Ukrainian',

  'office.personal.profile': 'Introducing confidants, so that everybody can choose whom they write to',
  'office.personal.profile-data': 'Name, picture, unit, languages, hours and what the person writes about themself',
  'office.personal.everybody': 'Everybody who opens the page of the confidential office',
  'office.personal.training': 'Proving that confidants have the expertise',
  'office.personal.training-data': 'Training with its day and how long it is valid',

  'help-chat.office.not-here': 'You are not a confidant for this place. Reload the page, something may have changed.',
  'help-chat.office.foreign': 'These keys belong to another place or another person. Please reload the page.',
  'help-chat.office.chain-broken': 'The new keys do not follow the ones before. Perhaps they were changed on another device. Please reload the page.',
  'help-chat.office.key-unknown': 'Nothing is known about this key here. Please reload the page.',
}
