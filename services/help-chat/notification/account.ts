import type { Ask } from '@modellregion/kernel'

// The access rule lets nobody in who has not signed in.
export function accountOf({ actor }: Pick<Ask, 'actor'>): string {
  if (actor.id === undefined) throw new Error('Settings of a confidant were open to a guest; see notification/access.ts.')
  return actor.id
}
