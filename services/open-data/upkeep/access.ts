import { allow, type AccessRule } from '@modellregion/kernel'

/** Who sees the lists to work on. What the public sees needs no rule. */
export const upkeepAccess: readonly AccessRule[] = [
  allow('data-owner', 'read', 'upkeep'),
  allow('editor', 'read', 'upkeep'),
  allow('town-admin', 'read', 'upkeep'),
]
