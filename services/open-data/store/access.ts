import type { AccessRule } from '@modellregion/kernel'

export const storeAccess: readonly AccessRule[] = []
