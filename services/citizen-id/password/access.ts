import type { AccessRule } from '@modellregion/kernel'

export const passwordAccess: readonly AccessRule[] = []
