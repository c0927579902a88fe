import type { AccessRule } from '@modellregion/kernel'

export const ingestAccess: readonly AccessRule[] = []
