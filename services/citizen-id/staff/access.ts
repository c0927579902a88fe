import type { AccessRule } from '@modellregion/kernel'

export const staffAccess: readonly AccessRule[] = []
