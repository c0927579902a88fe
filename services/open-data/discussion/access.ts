import { allow, type AccessRule } from '@modellregion/kernel'
import type { Post } from './schema.ts'

/** Everybody reads; people who are signed in write; offices answer as offices; editors hide with a reason. */
export const discussionAccess: readonly AccessRule[] = [
  allow('signed-in', 'write', 'discussion'),
  allow<Post>('signed-in', 'change', 'discussion', { when: (actor, post) => post.accountId === actor.id, provided: 'they have written it' }),
  allow('data-owner', 'answer', 'discussion'),
  allow('editor', 'answer', 'discussion'),
  allow('editor', 'moderate', 'discussion'),
  allow('town-admin', 'moderate', 'discussion'),
  allow('signed-in', 'submit', 'showcase'),
  allow('editor', 'decide', 'showcase'),
  allow('town-admin', 'decide', 'showcase'),
]
