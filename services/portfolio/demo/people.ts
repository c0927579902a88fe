import { title, type DemoPerson } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const does = (key: 'home.person.project-office' | 'home.person.project-lead' | 'home.person.auditor') => title(words, key)

/** Fictional people of the project office. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'petra', name: 'Petra Projektbüro', does: does('home.person.project-office'), roles: [{ role: 'project-office' }], level: 'substantial' },
  { key: 'paul', name: 'Paul Projektleitung', does: does('home.person.project-lead'), roles: [{ role: 'project-lead' }], level: 'substantial' },
  { key: 'rita', name: 'Rita Rechnungsprüfung', does: does('home.person.auditor'), roles: [{ role: 'auditor' }], level: 'substantial' },
]
