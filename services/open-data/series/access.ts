import { allow, type AccessRule } from '@modellregion/kernel'

/** Who puts datasets of the town into series and describes its data services. */
export const seriesAccess: readonly AccessRule[] = [
  allow('data-owner', 'write', 'series'),
  allow('editor', 'write', 'series'),
]
