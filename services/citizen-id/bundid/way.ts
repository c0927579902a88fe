import { offered } from '../saml/town.ts'
import type { Way } from '../sign-in/ways.ts'

/** BundID, or its simulator in a demonstration, which says so. */
export const bundidWays: readonly Way[] = [
  { id: 'bundid', words: 'bundid.way', path: 'bundid', icon: 'building', reaches: 'high', available: (ask) => offered(ask, 'bundid') === 'real' },
  { id: 'bundid', words: 'bundid.demo-way', path: 'bundid', icon: 'building', reaches: 'high', available: (ask) => offered(ask, 'bundid') === 'simulated' },
]
