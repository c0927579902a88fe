import type { AccessRule } from '@modellregion/kernel'

export const safetyAccess: readonly AccessRule[] = []
