import type { AccessRule } from '@modellregion/kernel'

export const mandateAccess: readonly AccessRule[] = []
