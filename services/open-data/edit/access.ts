import type { AccessRule } from '@modellregion/kernel'

export const editAccess: readonly AccessRule[] = []
