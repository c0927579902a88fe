import { allow, type AccessRule } from '@modellregion/kernel'

/** Following needs no account; the list of an account is its own. */
export const followAccess: readonly AccessRule[] = [allow('signed-in', 'manage', 'follow')]
