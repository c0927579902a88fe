import type { AccessRule } from '@modellregion/kernel'

export const waterAccess: readonly AccessRule[] = []
