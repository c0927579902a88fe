import type { AccessRule } from '@modellregion/kernel'

export const tokenAccess: readonly AccessRule[] = []
