import type { AccessRule } from '@modellregion/kernel'

export const knowledgeAccess: readonly AccessRule[] = []
