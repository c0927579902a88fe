import { allow } from '@modellregion/kernel'

/** Who may do what with open data. Everything not said here is denied. */
export const access = [
  allow('editor', 'read', 'harvest'),
  allow('town-admin', 'read', 'harvest'),
  allow('operator', 'read', 'harvest'),
  allow('editor', 'start', 'harvest'),
  allow('town-admin', 'start', 'harvest'),
  allow('town-admin', 'change', 'source'),
  allow('operator', 'change', 'source'),
]
