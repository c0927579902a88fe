import { allow, type AccessRule } from '@modellregion/kernel'
import type { DataRequest } from './schema.ts'

/** Asking needs no account. Only staff see what nobody has read yet, except for whoever wrote it. */
export const requestAccess: readonly AccessRule[] = [
  allow('signed-in', 'vote', 'request'),
  allow<DataRequest>('signed-in', 'reply', 'request', { when: (actor, request) => request.accountId === actor.id, provided: 'they have asked for it' }),
  allow('editor', 'handle', 'request'),
  allow('town-admin', 'handle', 'request'),
]
