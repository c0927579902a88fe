import { allow, type AccessRule } from '@modellregion/kernel'

/** Everybody sees and changes their own keys; nobody else does. */
export const passkeyAccess: readonly AccessRule[] = [allow('signed-in', 'see', 'own-devices'), allow('signed-in', 'change', 'own-devices')]
