import { title, type DemoPerson } from '@modellregion/kernel'
import { words } from '../locales/index.ts'

const does = title(words, 'counter.officer')

/** Two at the counter: what needs four eyes can be tried with both of them. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'carla', name: 'Carla Schalter', does, roles: [{ role: 'counter-officer' }], level: 'substantial' },
  { key: 'cem', name: 'Cem Tresen', does, roles: [{ role: 'counter-officer' }], level: 'substantial' },
]
