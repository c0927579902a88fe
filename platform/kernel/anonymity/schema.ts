/** What is counted by: a name, and every category that can occur, also those into which nobody falls. */
export type Dimension = { name: string; categories: readonly string[] }

/** Counts by one to three dimensions, whole numbers from 0 on. A cell that is not named counts 0. The margins are sums; they are not given. */
export type FrequencyTable = { dimensions: readonly Dimension[]; cells: readonly { key: readonly string[]; count: number }[] }

/** A cell or a margin: one category of each dimension; null stands for the total over that dimension. */
export type Place = readonly (string | null)[]

/**
 * What readers are told about one place. `small`: 1 to k-1 (0 to k-1 where zeros are sensitive). `complementary`: withheld so that others cannot be
 * computed; a cell that says so is k or more, a margin may be anything.
 */
export type Said = { shown: number } | { suppressed: 'small' | 'complementary' }

export type PublishedEntry = { place: Place; said: Said }

/** Everything that a reader of the table gets to know. Plain data, fit for JSON. */
export type PublishedTable = {
  dimensions: readonly Dimension[]
  k: number
  zeros: Zeros
  /** `total`: only the grand total is published. Everything else says `complementary`, which then means nothing at all. */
  scope: 'cells' | 'total'
  /** All cells and all margins, each once. */
  entries: readonly PublishedEntry[]
}

/** Whether it may be known that nobody falls into a category. */
export type Zeros = 'shown' | 'sensitive'

export type ProtectionOptions = {
  /** The smallest count that may be shown; 3 or more. Default: 5. */
  k?: number
  /** Default: shown. */
  zeros?: Zeros
}

/** Lowest and highest value that fit everything published. `high` may be Infinity. `low` above `high`: nothing could be proven. */
export type Range = { low: number; high: number }
