import type { Config, Platform } from '@modellregion/kernel'

/** What harvesting needs of the running process. */
export type HarvestPlatform = Pick<Platform, 'database' | 'now'> & { config: Pick<Config, 'demo' | 'harvest'> }
