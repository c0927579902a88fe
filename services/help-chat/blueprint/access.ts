import { allow, type AccessRule, type Actor } from '@modellregion/kernel'

/** Reading is open to everybody; a test is written into the log of a confidant, so only they take it, and nobody for somebody else. */
export const blueprintAccess: readonly AccessRule[] = [allow('confidant', 'take', 'course-test', { when: (actor: Actor) => actor.mandate === undefined, provided: 'they act for themselves' })]
