import type { DatasetFeeds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

/** What schools publish as open data, by their consent. */
export const schoolFeeds: DatasetFeeds<Platform> = []
