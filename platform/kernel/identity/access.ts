import { allow } from '../access/rules.ts'

export const identityAccess = [
  allow('signed-in', 'see', 'account'),
  allow('signed-in', 'change', 'account'),
]
