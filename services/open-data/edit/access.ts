import { allow, type AccessRule } from '@modellregion/kernel'

/** The people of the organisation a draft belongs to. */
export type OfMembers = { members: readonly string[] }

const isMember = { when: (actor: { id?: string | undefined }, { members }: OfMembers) => actor.id !== undefined && members.includes(actor.id), provided: 'they belong to the organisation of the dataset' }

export const editAccess: readonly AccessRule[] = [
  allow<OfMembers>('data-owner', 'edit', 'draft', isMember),
  allow<OfMembers>('editor', 'edit', 'draft', isMember),
]
