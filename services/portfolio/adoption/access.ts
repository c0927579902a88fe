import type { AccessRule } from '@modellregion/kernel'

export const adoptionAccess: readonly AccessRule[] = []
