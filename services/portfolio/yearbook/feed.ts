import type { DatasetFeeds } from '@modellregion/contracts'
import type { Platform } from '@modellregion/kernel'

export const portfolioFeeds: DatasetFeeds<Platform> = []
