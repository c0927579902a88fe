import type { CodecMapping, Failure, Limits } from '../schema.ts'

/** What is asked of a program; `items` is the JSON of a list, see guest.js. */
export type Work = { readonly kind: 'decode' | 'measure' | 'encode' | 'decodeDownlink' | 'call'; readonly program: string; readonly items: string }
/** The JSON of a list with one answer for each item, or why the whole call was stopped. */
export type Worked = { readonly ok: true; readonly text: string } | Failure

/** How decoded values become measures: by the town's mapping, where it has one. */
export type Reading = { readonly mapping?: CodecMapping }

/** What the decoder asks of its thread. With `reading` the answers come as outcomes with measures. */
export type Question = { readonly id: number; readonly work: Work; readonly reading?: Reading; readonly limits: Limits }
export type Reply = { readonly id: number; readonly worked: Worked } | 'ready'
