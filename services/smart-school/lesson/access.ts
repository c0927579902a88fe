import type { AccessRule } from '@modellregion/kernel'

export const lessonAccess: readonly AccessRule[] = []
