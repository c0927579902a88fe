import { openDecoder, type Decoder } from './decoder.ts'

let decoder: Decoder | undefined

/** The decoder of pages and jobs, with a thread of its own: what people try out never makes incoming measurements wait. */
export const deskDecoder = (): Decoder => (decoder ??= openDecoder())
