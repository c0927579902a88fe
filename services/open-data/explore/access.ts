import type { AccessRule } from '@modellregion/kernel'

export const exploreAccess: readonly AccessRule[] = []
