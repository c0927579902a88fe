/** A text in both languages of the portal. */
export type FeedText = { readonly de: string; readonly en: string }

/** A column of a file. `id` is its name in the file: small letters, digits and `_`, the same for ever. */
export type FeedField = {
  readonly id: string
  readonly type: 'text' | 'int' | 'numeric' | 'bool' | 'date'
  readonly label: FeedText
  /** What it means, where the label does not say it. */
  readonly notes?: FeedText
  readonly unit?: string
  /** The figure counts people: values below the town's smallest group are left empty. */
  readonly countsPeople?: true
}

/** A date as `2026-03-04`. */
export type FeedValue = string | number | boolean | null

/** One table of a dataset. `P` is the platform of the process. */
export type FeedFile<P> = {
  /** Short and unique within the dataset, the same for ever: part of the file's name. */
  readonly id: string
  readonly title: FeedText
  readonly fields: readonly FeedField[]
  /**
   * All rows as they are now, values in the order of the fields. The same data come in the same order, because a new version is made only when
   * something has changed.
   */
  rows(platform: P, town: { readonly id: string }, now: Date): AsyncIterable<readonly FeedValue[]>
}

/**
 * A dataset that a service gives to the town's open data portal. Declaring it is publishing it: no editor stands between, so it must hold
 * nothing about people but figures marked with `countsPeople`, and what the portal's search for personal data finds is held back.
 */
export type DatasetFeed<P> = {
  /** Short and unique within the service, the same for ever: address and versions hang on it. */
  readonly id: string
  readonly title: FeedText
  readonly description: FeedText
  readonly keywords: { readonly de: readonly string[]; readonly en: readonly string[] }
  /** Code of the EU data theme: `GOVE`, `TRAN`, `ENVI`, `SOCI`, … */
  readonly theme: string
  readonly licence: 'dl-zero-de' | 'dl-by-de' | 'cc-zero' | 'cc-by'
  /** How often the portal asks for the rows. */
  readonly refresh: 'hourly' | 'daily' | 'weekly' | 'monthly'
  readonly files: readonly FeedFile<P>[]
}

/** What a service offers under `datasetFeedPort`. Several services offer it; the portal asks all that a town uses. */
export type DatasetFeeds<P> = readonly DatasetFeed<P>[]

export const datasetFeedPort = 'dataset-feed'
