import { allow, type AccessRule } from '@modellregion/kernel'

export const scimAccess: readonly AccessRule[] = [allow('town-admin', 'manage', 'directory'), allow('operator', 'manage', 'directory')]
