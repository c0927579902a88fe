import { allow, type AccessRule } from '@modellregion/kernel'

/** The town's editors look after its own articles and contacts; they meet nobody's case. */
export const knowledgeAccess: readonly AccessRule[] = [allow('editor', 'edit', 'knowledge')]
