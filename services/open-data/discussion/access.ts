import type { AccessRule } from '@modellregion/kernel'

export const discussionAccess: readonly AccessRule[] = []
