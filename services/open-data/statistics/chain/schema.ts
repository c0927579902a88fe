/** From a wish to its use: when it was asked for, answered, published, and first used. Days are whole days between the moments. */
export type Chain = {
  number: number
  title: string
  /** Nothing more will come of it. */
  isRefused: boolean
  askedAt: Date
  answeredAt: Date | null
  publishedAt: Date | null
  /** The first application that was shown after the data came. */
  reusedAt: Date | null
  dataset: { name: string; title: string } | null
  showcase: { name: string; title: string } | null
}

export type ChainFigures = {
  /** Medians in days; undefined while there is nothing to count. */
  toAnswer: number | undefined
  toData: number | undefined
  toReuse: number | undefined
  /** Share of answered requests whose first answer came by the promised day, 0 to 1. */
  onTime: number | undefined
}
