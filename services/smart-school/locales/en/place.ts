import type { Translation } from '@modellregion/kernel/words'
import type { place as de } from '../de/place.ts'

export const place: Translation<typeof de> = {
  'place.home.title': 'Smart School',
  'place.personal.member': 'Showing which schools somebody looks after',
  'place.personal.member-data': 'Account and school',
  'place.person.caretaker': 'caretaker of two schools',
  'place.person.energy-manager': 'energy manager of the schools',
  'place.person.teacher': 'teaches at a primary school',
  'place.person.school-lead': 'head of a primary school',
  'place.person.school-technician': 'sets up the measuring devices',

  'place.nav.label': (p) => `Pages of the school ${p.school}`,
  'place.nav.overview': 'Overview',
  'place.nav.rooms': 'Rooms',
  'place.nav.air': 'Air',
  'place.nav.energy': 'Energy',
  'place.nav.water': 'Water',
  'place.nav.safety': 'Safety',
  'place.nav.alarms': 'Alarms',
  'place.nav.lessons': 'Lessons',
}
