import type { AccessRule } from '@modellregion/kernel'

export const yearbookAccess: readonly AccessRule[] = []
