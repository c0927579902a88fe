import type { AccessRule } from '@modellregion/kernel'

export const blueprintAccess: readonly AccessRule[] = []
