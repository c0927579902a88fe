import type { AccessRule } from '@modellregion/kernel'

export const feedAccess: readonly AccessRule[] = []
