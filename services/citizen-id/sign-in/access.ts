import type { AccessRule } from '@modellregion/kernel'

export const signInAccess: readonly AccessRule[] = []
