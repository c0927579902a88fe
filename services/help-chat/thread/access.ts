import type { AccessRule } from '@modellregion/kernel'

export const threadAccess: readonly AccessRule[] = []
