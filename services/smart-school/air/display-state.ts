/** Everything a class display shows, as words that are ready to be read: the island gets it anew with each event. */
export type DisplayState = {
  readonly band: 'good' | 'raised' | 'high' | 'waiting'
  readonly room: string
  /** "812"; a dash while nothing is measured. */
  readonly value: string
  readonly unit: string
  readonly word: string
  readonly picture: string
  readonly advice: string
  /** Minutes until airing, and how sure; one line each. */
  readonly ahead: readonly string[]
  readonly foot: readonly string[]
}
