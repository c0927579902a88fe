import { allow } from '@modellregion/kernel'
import type { Notice } from './notice/schema.ts'

/** Who may do what on the notice board. Everything not said here is denied; what everybody may see asks for nothing. */
export const access = [
  allow('signed-in', 'post', 'notice'),
  allow('signed-in', 'contact', 'notice'),
  allow<Notice>('signed-in', 'withdraw', 'notice', { when: (actor, notice) => notice.accountId === actor.id, provided: 'they have written it' }),
  allow('editor', 'hide', 'notice'),
  // What hangs no more is shown to its author and to the editors only.
  allow<Notice>('signed-in', 'read-closed', 'notice', { when: (actor, notice) => notice.accountId === actor.id, provided: 'they have written it' }),
  allow('editor', 'read-closed', 'notice'),
]
