import { allow } from '../access/rules.ts'

export const portalAccess = [allow('signed-in', 'see', 'matters')]
