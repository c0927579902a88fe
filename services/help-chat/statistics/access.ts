import type { AccessRule } from '@modellregion/kernel'

export const statisticsAccess: readonly AccessRule[] = []
