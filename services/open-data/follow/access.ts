import type { AccessRule } from '@modellregion/kernel'

export const followAccess: readonly AccessRule[] = []
