import type { AccessRule } from '@modellregion/kernel'

export const checkAccess: readonly AccessRule[] = []
