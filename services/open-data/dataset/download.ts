import type { DistributionRow } from './schema.ts'

/** Where a file is fetched: the town's own copy when there is one, else its source. */
export const downloadHref = (file: DistributionRow): string => (file.storedFile ? `/open-data/file/${file.id}` : file.url)
