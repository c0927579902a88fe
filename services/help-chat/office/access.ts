import type { AccessRule } from '@modellregion/kernel'

export const officeAccess: readonly AccessRule[] = []
