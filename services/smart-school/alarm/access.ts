import type { AccessRule } from '@modellregion/kernel'

export const alarmAccess: readonly AccessRule[] = []
