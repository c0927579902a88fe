import type { AccessRule } from '@modellregion/kernel'

export const scanAccess: readonly AccessRule[] = []
