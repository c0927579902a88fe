import { allow, type AccessRule } from '@modellregion/kernel'

/**
 * The head of the office leads people, not cases: nothing here or in the other rooms lets that role read one. The role of a confidant is given by
 * two people (`sensitiveRoles`), and every change of keys is seen by all confidants of the town.
 */
export const officeAccess: readonly AccessRule[] = [
  allow('help-office-head', 'lead', 'office', { level: 'substantial' }),
  allow('confidant', 'keep', 'vault', { level: 'substantial' }),
  allow('confidant', 'edit', 'own-profile', { level: 'substantial' }),
]
