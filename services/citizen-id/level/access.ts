import type { AccessRule } from '@modellregion/kernel'

export const levelAccess: readonly AccessRule[] = []
