import { allow, type AccessRule, type Actor } from '@modellregion/kernel'

const forThemselves = { level: 'substantial', when: (actor: Actor) => actor.mandate === undefined, provided: 'they act for themselves' } as const

/** The desk is for confidants alone: whoever leads the office sees no case, and neither does the town's administration. */
export const deskAccess: readonly AccessRule[] = [
  allow('confidant', 'see', 'desk', forThemselves),
  allow('confidant', 'edit', 'text-module', forThemselves),
  allow('confidant', 'keep', 'private-note', forThemselves),
]
