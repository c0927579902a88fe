import type { AccessRule } from '@modellregion/kernel'

export const passkeyAccess: readonly AccessRule[] = []
