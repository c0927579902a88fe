import type { CodecSource, Decoded, Failure, Resting } from './schema.ts'

/** Stops in a row after which a codec rests. */
const patience = 5
/** Seconds of the first rest; each further one is twice as long, up to the longest. */
const firstRest = 60
const longestRest = 3_600

type Strain = { codec: string; version: number; stopped: number; rests: number; until: number; message: string }

/**
 * Keeps a codec that is stopped again and again from using up everybody's time: after five stops in a row (time or memory) it rests for a minute, then
 * longer. One good decode clears it. `seconds` is a clock that only goes forward.
 */
export function openBreaker(seconds: () => number = () => performance.now() / 1_000) {
  const strains = new Map<string, Strain>()
  return {
    /** Why the codec is not asked now, or nothing. */
    whyRest({ program }: CodecSource): Failure | undefined {
      const strain = strains.get(program)
      if (!strain || strain.until <= seconds()) return undefined
      return { ok: false, reason: 'resting', message: `Stopped ${strain.stopped} times in a row, rests for ${Math.ceil(strain.until - seconds())} s. ${strain.message}` }
    },
    note({ id, version, program }: CodecSource, outcome: Decoded | { readonly ok: true }): void {
      if (outcome.ok || (outcome.reason !== 'timeout' && outcome.reason !== 'memory')) {
        if (strains.size > 0) strains.delete(program)
        return
      }
      const strain = strains.get(program) ?? { codec: id, version, stopped: 0, rests: 0, until: 0, message: '' }
      strain.stopped += 1
      strain.message = outcome.message
      // After a rest one more stop is enough.
      if (strain.stopped >= patience) strain.until = seconds() + Math.min(longestRest, firstRest * 2 ** strain.rests++)
      strains.set(program, strain)
    },
    list: (): Resting[] =>
      [...strains.values()].filter(({ until }) => until > seconds()).map(({ codec, version, stopped, until, message }) => ({ codec, version, stopped, secondsLeft: Math.ceil(until - seconds()), message })),
  }
}
