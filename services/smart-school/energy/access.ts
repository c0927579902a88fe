import type { AccessRule } from '@modellregion/kernel'

export const energyAccess: readonly AccessRule[] = []
