import type { AccessRule } from '@modellregion/kernel'

export const upkeepAccess: readonly AccessRule[] = []
