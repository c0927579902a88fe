/** How a thing of the town that could be offered stands in an address: `<service>.<kind>:<ref>`. */
export const offerKey = (kind: string, ref: string): string => `${kind}:${ref}`

/** Where a thing of the town becomes an entry of the catalogue. */
export const offerPath = (kind: string, ref: string): string => `/portfolio/shelf/new?item=${encodeURIComponent(offerKey(kind, ref))}`
