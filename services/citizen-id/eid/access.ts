import type { AccessRule } from '@modellregion/kernel'

export const eidAccess: readonly AccessRule[] = []
