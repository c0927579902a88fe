export type FeedState = 'loading' | 'published' | 'held' | 'failed'

/** Where a dataset of another service stands. */
export type FeedRow = { datasetId: string; service: string; feed: string; state: FeedState; failure: string; heldVersion: string | null; checkedAt: Date; publishedAt: Date | null; createdAt: Date }
