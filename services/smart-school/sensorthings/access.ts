import type { AccessRule } from '@modellregion/kernel'

export const sensorthingsAccess: readonly AccessRule[] = []
