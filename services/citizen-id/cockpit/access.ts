import { allow, type AccessRule } from '@modellregion/kernel'

/** Everybody sees and ends what is their own; nobody else does. */
export const cockpitAccess: readonly AccessRule[] = [allow('signed-in', 'see', 'own-identity'), allow('signed-in', 'change', 'own-identity'), allow('signed-in', 'delete', 'own-identity')]
