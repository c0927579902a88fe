import { title, type DemoPerson } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

/** Who publishes in the demonstration beside Eva, who checks for the department: a clerk who owns data, and two of the group that decides. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'dana', name: 'Dana Fachamt', does: title(words, 'service.role.data-owner'), roles: [{ role: 'data-owner' }], level: 'substantial' },
  { key: 'gesa', name: 'Gesa Gremium', does: title(words, 'service.role.data-reviewer'), roles: [{ role: 'data-reviewer' }], level: 'substantial' },
  { key: 'gerd', name: 'Gerd Gremium', does: title(words, 'service.role.data-reviewer'), roles: [{ role: 'data-reviewer' }], level: 'substantial' },
]
