import type { AccessRule } from '@modellregion/kernel'

export const documentAccess: readonly AccessRule[] = []
