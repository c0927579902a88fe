import type { AccessRule } from '@modellregion/kernel'

/** Whoever is in a demonstration may use the simulators; elsewhere their pages do not exist. */
export const access: readonly AccessRule[] = []
