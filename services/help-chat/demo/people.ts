import { title, type DemoPerson } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const does = title(words, 'office.confidant')

/** Three confidants, and the head of the office, who sees no case. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'vera', name: 'Vera Vertrauen', does, roles: [{ role: 'confidant' }], level: 'substantial' },
  { key: 'viktor', name: 'Viktor Beistand', does, roles: [{ role: 'confidant' }], level: 'substantial' },
  { key: 'yasemin', name: 'Yasemin Zuhören', does, roles: [{ role: 'confidant' }], level: 'substantial' },
  { key: 'hanna', name: 'Hanna Leitung', does: title(words, 'office.head'), roles: [{ role: 'help-office-head' }], level: 'substantial' },
]
