import type { Companion } from '@modellregion/kernel'

/** The own MQTT broker, and subscriptions at others. */
export const ingestCompanions: readonly Companion[] = []
