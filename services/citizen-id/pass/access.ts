import type { AccessRule } from '@modellregion/kernel'

export const passAccess: readonly AccessRule[] = []
