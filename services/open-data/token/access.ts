import { allow, type AccessRule } from '@modellregion/kernel'

/** Whoever publishes for the town may let programs work for them; the administration sees and ends every key. */
export const tokenAccess: readonly AccessRule[] = [
  allow('data-owner', 'make', 'token'),
  allow('editor', 'make', 'token'),
  allow('town-admin', 'make', 'token'),
  allow('town-admin', 'manage', 'token'),
]
