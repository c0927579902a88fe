import { offered } from '../saml/town.ts'
import type { Way } from '../sign-in/ways.ts'

/** Online-Ausweis with the town's eID server, or with the simulator of a demonstration, which says so. */
export const eidWays: readonly Way[] = [
  { id: 'eid', words: 'eid.way', path: 'eid', icon: 'permit', reaches: 'high', available: (ask) => offered(ask, 'eid') === 'real' },
  { id: 'eid', words: 'eid.demo-way', path: 'eid', icon: 'permit', reaches: 'high', available: (ask) => offered(ask, 'eid') === 'simulated' },
]
