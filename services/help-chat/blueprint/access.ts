import { allow, type AccessRule } from '@modellregion/kernel'

/** Reading is open to everybody; a test is written into the log of a confidant, so only they take it. */
export const blueprintAccess: readonly AccessRule[] = [allow('confidant', 'take', 'course-test')]
