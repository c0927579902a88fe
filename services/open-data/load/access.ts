import type { AccessRule } from '@modellregion/kernel'

export const loadAccess: readonly AccessRule[] = []
