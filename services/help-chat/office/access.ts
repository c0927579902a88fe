import { allow, type AccessRule, type Actor } from '@modellregion/kernel'

// A mandate is for somebody else's matters; nobody is a confidant, or leads an office, for somebody else.
const forThemselves = { level: 'substantial', when: (actor: Actor) => actor.mandate === undefined, provided: 'they act for themselves' } as const

/**
 * The head of the office leads people, not cases: nothing here or in the other rooms lets that role read one. The role of a confidant is given by
 * two people (`sensitiveRoles`), and every change of keys is seen by all confidants of the town.
 */
export const officeAccess: readonly AccessRule[] = [allow('help-office-head', 'lead', 'office', forThemselves), allow('confidant', 'edit', 'own-profile', forThemselves)]
