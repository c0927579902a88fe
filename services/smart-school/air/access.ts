import type { AccessRule } from '@modellregion/kernel'

export const airAccess: readonly AccessRule[] = []
