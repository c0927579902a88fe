import { allow, type AccessRule } from '@modellregion/kernel'

/** Everybody reads what is announced; people who are signed in register; editors write. */
export const hackdayAccess: readonly AccessRule[] = [allow('signed-in', 'register', 'hackday'), allow('editor', 'write', 'hackday'), allow('town-admin', 'write', 'hackday')]
