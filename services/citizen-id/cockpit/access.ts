import type { AccessRule } from '@modellregion/kernel'

export const cockpitAccess: readonly AccessRule[] = []
