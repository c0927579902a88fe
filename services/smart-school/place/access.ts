import type { AccessRule } from '@modellregion/kernel'

export const placeAccess: readonly AccessRule[] = []
