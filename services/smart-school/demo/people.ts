import { title, type DemoPerson } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const does = (key: 'place.person.caretaker' | 'place.person.energy-manager' | 'place.person.teacher' | 'place.person.school-lead' | 'place.person.school-technician') => title(words, key)

/** Fictional people of the ten schools. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'henning', name: 'Henning Hausmeister', does: does('place.person.caretaker'), roles: [{ role: 'caretaker' }], level: 'substantial' },
  { key: 'enya', name: 'Enya Energie', does: does('place.person.energy-manager'), roles: [{ role: 'energy-manager' }], level: 'substantial' },
  { key: 'lena', name: 'Lena Lehrkraft', does: does('place.person.teacher'), roles: [{ role: 'teacher' }], level: 'substantial' },
  { key: 'selma', name: 'Selma Schulleitung', does: does('place.person.school-lead'), roles: [{ role: 'school-lead' }], level: 'substantial' },
  { key: 'tarik', name: 'Tarik Technik', does: does('place.person.school-technician'), roles: [{ role: 'school-technician' }], level: 'substantial' },
]
