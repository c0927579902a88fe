import type { AccessRule } from '@modellregion/kernel'

export const walletAccess: readonly AccessRule[] = []
