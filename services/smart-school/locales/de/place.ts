import type { Dictionary } from '@modellregion/kernel/words'

export const place = {
  'place.home.title': 'Smart School',
  'place.personal.member': 'Zeigen, welche Schulen jemand betreut',
  'place.personal.member-data': 'Konto und Schule',
  'place.person.caretaker': 'Hausmeisterdienst zweier Schulen',
  'place.person.energy-manager': 'Energiemanagement der Schulen',
  'place.person.teacher': 'unterrichtet an einer Grundschule',
  'place.person.school-lead': 'leitet eine Grundschule',
  'place.person.school-technician': 'richtet die Messgeräte ein',

  'place.nav.label': (p: { school: string }) => `Seiten der Schule ${p.school}`,
  'place.nav.overview': 'Überblick',
  'place.nav.rooms': 'Räume',
  'place.nav.air': 'Luft',
  'place.nav.energy': 'Energie',
  'place.nav.water': 'Wasser',
  'place.nav.safety': 'Sicherheit',
  'place.nav.alarms': 'Meldungen',
  'place.nav.lessons': 'Unterricht',
} satisfies Dictionary
