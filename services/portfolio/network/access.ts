import { allow, type AccessRule } from '@modellregion/kernel'

/** Reading is open to everybody; the project office writes for its town. Which town a text belongs to, the routes and row security ask. */
export const networkAccess: readonly AccessRule[] = [
  allow('project-office', 'edit', 'event'),
  allow('project-office', 'read', 'registration'),
  allow('project-office', 'write', 'question'),
  allow('project-office', 'write', 'answer'),
  allow('project-office', 'object', 'exchange'),
  allow('project-office', 'edit', 'news'),
]
