import type { AccessRule } from '@modellregion/kernel'

export const providerAccess: readonly AccessRule[] = []
