import { allow, type AccessRule } from '@modellregion/kernel'

/** What is measured is told to everybody; who decides about it are the town's administrators. */
export const protectionAccess: readonly AccessRule[] = [allow('town-admin', 'decide', 'protection')]
