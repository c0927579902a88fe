import { allow, type AccessRule } from '@modellregion/kernel'

export const mandateAccess: readonly AccessRule[] = [
  allow('signed-in', 'see', 'mandate'),
  // Whoever gives a power away must be known for sure; ending one is always possible.
  allow('signed-in', 'grant', 'mandate', { level: 'substantial' }),
  allow('signed-in', 'end', 'mandate'),
  allow('counter-officer', 'review', 'mandate'),
]
