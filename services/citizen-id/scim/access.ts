import type { AccessRule } from '@modellregion/kernel'

export const scimAccess: readonly AccessRule[] = []
