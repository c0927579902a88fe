import { allow } from '../access/rules.ts'

export const privacyAccess = [
  allow('signed-in', 'see', 'own-data'),
  allow('signed-in', 'erase', 'own-data'),
]
