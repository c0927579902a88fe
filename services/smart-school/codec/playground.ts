import { openDecoder, type Decoder } from './decoder.ts'
import { usualLimits, type Called, type Limits } from './schema.ts'

/** Twice the time of a codec, because beginners write slow loops; a quarter of a megabyte of result is a chart of a year. */
export const playgroundLimits: Limits = { ...usualLimits, time: 100, result: 256 * 1024 }

const decoders = new Map<Limits, Decoder>()
function decoderOf(limits: Limits): Decoder {
  const known = decoders.get(limits) ?? openDecoder(limits)
  decoders.set(limits, known)
  return known
}

/**
 * Runs a program that somebody typed: `decodeUplink({ bytes, fPort })` or `chart(points)`. No script in the browser is needed: it runs here, in the
 * sandbox, in a thread beside that of the measurements. Gives the function's plain data and what it wrote with `console.log`, or why there is none, with the line where that is
 * known. What the data must look like the caller checks. `now` is what the program's clock shows.
 */
export const runProgram = (program: string, entry: 'decodeUplink' | 'chart', input: unknown, { limits = playgroundLimits, now = new Date(0) }: { readonly limits?: Limits; readonly now?: Date } = {}): Promise<Called> =>
  decoderOf(limits).call(program, entry, [input], now)
