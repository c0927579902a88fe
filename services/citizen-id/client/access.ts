import { allow, type AccessRule } from '@modellregion/kernel'

export const clientAccess: readonly AccessRule[] = [allow('town-admin', 'manage', 'client'), allow('operator', 'manage', 'client')]
