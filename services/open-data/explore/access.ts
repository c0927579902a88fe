import { allow, type AccessRule } from '@modellregion/kernel'
import type { OfMembers } from '../edit/access.ts'

/** Who keeps views of a file with a name: the people of its organisation, and those who care for the portal. */
export const exploreAccess: readonly AccessRule[] = [
  allow<OfMembers>('data-owner', 'keep', 'view', { when: (actor, { members }) => actor.id !== undefined && members.includes(actor.id), provided: 'they belong to the organisation of the dataset' }),
  allow('editor', 'keep', 'view'),
  allow('town-admin', 'keep', 'view'),
]
