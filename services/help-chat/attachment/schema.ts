/** One thing that was found beside the content. `value` is for the person on the device only: it is never sent. */
export type Removed = {
  readonly what: 'gps' | 'camera' | 'author' | 'date' | 'software' | 'thumbnail' | 'comment' | 'history' | 'other'
  readonly value?: string
}

/**
 * `clean`: what is in `bytes` now. `cannot-clean`: the bytes are as they were, because nobody here can read this kind; the person decides.
 * `refused`: not to be sent at all.
 */
export type Kept = 'clean' | 'cannot-clean' | 'refused'

/** Why a file is not clean. The words are `attachment.why.…`. */
export type Why = 'unknown' | 'damaged' | 'encrypted' | 'too-large' | 'bomb' | 'empty'

export type Cleaned = {
  readonly bytes: Uint8Array
  readonly name: string
  /** What the content is, not what the browser said; what it said where the content is unknown. */
  readonly type: string
  readonly removed: readonly Removed[]
  readonly kept: Kept
  readonly why?: Why
}

/** What a cleaner of one kind gives back, or why it cannot. */
export type Outcome = { readonly bytes: Uint8Array; readonly removed: readonly Removed[] } | { readonly why: Why }

/** Bytes of the largest file that is taken. */
export const mostBytes = 25 * 1024 * 1024
/** Bytes that a packed file may unpack to, all parts together. */
export const mostUnpacked = 200 * 1024 * 1024
/** Parts of a packed file, segments of a picture: more is an attack on the device. */
export const mostParts = 20_000
