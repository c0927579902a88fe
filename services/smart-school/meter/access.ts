import type { AccessRule } from '@modellregion/kernel'

export const meterAccess: readonly AccessRule[] = []
