import type { AccessRule } from '@modellregion/kernel'

export const codecAccess: readonly AccessRule[] = []
