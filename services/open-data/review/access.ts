import { allow } from '@modellregion/kernel'
import type { Review } from './schema.ts'

/** Who may see and decide. That nobody decides about their own draft is a rule of the steps: see decide.ts. */
export const reviewAccess = [
  allow('editor', 'list', 'review'),
  allow('data-reviewer', 'list', 'review'),
  allow('town-admin', 'list', 'review'),
  allow('editor', 'read', 'review'),
  allow('data-reviewer', 'read', 'review'),
  allow('town-admin', 'read', 'review'),
  allow<Review>('data-owner', 'read', 'review', { when: (actor, review) => review.submittedBy === actor.id, provided: 'they have sent it in' }),
  allow('editor', 'check', 'review'),
  allow('data-reviewer', 'decide', 'review'),
  allow('town-admin', 'change', 'review-setting'),
]
