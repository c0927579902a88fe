import type { AccessRule } from '@modellregion/kernel'

export const requestAccess: readonly AccessRule[] = []
