import type { AccessRule } from '@modellregion/kernel'

export const clientAccess: readonly AccessRule[] = []
