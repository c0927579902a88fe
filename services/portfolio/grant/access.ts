import type { AccessRule } from '@modellregion/kernel'

export const grantAccess: readonly AccessRule[] = []
