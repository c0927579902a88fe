import { allow, type AccessRule } from '@modellregion/kernel'

/** Published uploads are everybody's; who works on the data sees the others too. Members of the publishing organisation always do. */
export const versionAccess: readonly AccessRule[] = [
  allow('editor', 'read-unpublished', 'version'),
  allow('town-admin', 'read-unpublished', 'version'),
  allow('data-reviewer', 'read-unpublished', 'version'),
  allow('editor', 'delete', 'version'),
  allow('town-admin', 'delete', 'version'),
]
