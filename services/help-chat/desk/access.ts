import type { AccessRule } from '@modellregion/kernel'

export const deskAccess: readonly AccessRule[] = []
