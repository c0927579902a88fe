import type { AccessRule } from '@modellregion/kernel'

export const hackdayAccess: readonly AccessRule[] = []
