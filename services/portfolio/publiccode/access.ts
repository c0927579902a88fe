import type { AccessRule } from '@modellregion/kernel'

export const publiccodeAccess: readonly AccessRule[] = []
