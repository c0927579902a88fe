import type { AccessRule } from '@modellregion/kernel'

export const deviceAccess: readonly AccessRule[] = []
