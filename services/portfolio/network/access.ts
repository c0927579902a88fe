import type { AccessRule } from '@modellregion/kernel'

export const networkAccess: readonly AccessRule[] = []
