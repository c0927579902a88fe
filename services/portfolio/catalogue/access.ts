import { allow, type AccessRule } from '@modellregion/kernel'

export const catalogueAccess: readonly AccessRule[] = [
  // The catalogue itself asks for nothing: what is published is for everybody.
  allow('project-office', 'edit', 'entry'),
  allow('project-office', 'edit', 'supplier'),
]
