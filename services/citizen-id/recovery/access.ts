import { allow, type AccessRule } from '@modellregion/kernel'

/** Two officers are needed for each case; that they are two says `recovery/rules.ts`. */
export const recoveryAccess: readonly AccessRule[] = [allow('counter-officer', 'open', 'counter-case')]
