import type { AccessRule } from '@modellregion/kernel'

export const reviewAccess: readonly AccessRule[] = []
