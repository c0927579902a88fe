import { allow, type Actor } from '@modellregion/kernel'

const forThemselves = { level: 'substantial', when: (actor: Actor) => actor.mandate === undefined, provided: 'they act for themselves' } as const

/**
 * Confidants work on cases. Of which town and which case, the routes ask in each town themselves (thread/towns.ts), because the rule knows the
 * account only. What is inside a case no rule opens: that needs a key.
 */
export const threadAccess = [allow('confidant', 'serve', 'case', forThemselves)]
