import type { AccessRule } from '@modellregion/kernel'

export const protectionAccess: readonly AccessRule[] = []
