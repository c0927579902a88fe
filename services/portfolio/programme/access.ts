import type { AccessRule } from '@modellregion/kernel'

export const programmeAccess: readonly AccessRule[] = []
