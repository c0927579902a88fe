import type { AccessRule } from '@modellregion/kernel'

export const versionAccess: readonly AccessRule[] = []
