import type { AccessRule } from '@modellregion/kernel'

export const bundidAccess: readonly AccessRule[] = []
