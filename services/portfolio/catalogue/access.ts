import type { AccessRule } from '@modellregion/kernel'

export const catalogueAccess: readonly AccessRule[] = []
