import type { AccessRule } from '@modellregion/kernel'

export const seriesAccess: readonly AccessRule[] = []
