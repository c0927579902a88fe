import type { AccessRule } from '@modellregion/kernel'

export const recoveryAccess: readonly AccessRule[] = []
