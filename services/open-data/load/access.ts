import { allow, type AccessRule } from '@modellregion/kernel'

/** The people of the organisation a file belongs to. */
export type OfMembers = { members: readonly string[] }

const isMember = { when: (actor: { id?: string | undefined }, { members }: OfMembers) => actor.id !== undefined && members.includes(actor.id), provided: 'they belong to the organisation of the dataset' }

/** What was found in an uploaded file: its people mend it, whoever decides about it looks at it. */
export const loadAccess: readonly AccessRule[] = [
  allow<OfMembers>('data-owner', 'read', 'inspection', isMember),
  allow<OfMembers>('editor', 'read', 'inspection', isMember),
  allow('data-reviewer', 'read', 'inspection'),
  allow('town-admin', 'read', 'inspection'),
  allow<OfMembers>('data-owner', 'change', 'inspection', isMember),
  allow<OfMembers>('editor', 'change', 'inspection', isMember),
]
