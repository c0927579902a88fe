import type { AccessRule } from '@modellregion/kernel'

export const shelfAccess: readonly AccessRule[] = []
