import type { Mounting } from '../../store/schema.ts'

/** Where a channel hung at a moment: its own mounting first, then that of the whole device. Undefined: nowhere. */
export function thingAt(mountings: readonly Mounting[], channel: string, at: Date): number | undefined {
  let whole: number | undefined
  for (const { channel: of, thingId, from, to } of mountings) {
    if (from > at || (to !== null && to <= at)) continue
    if (of === channel) return thingId
    if (of === '*') whole = thingId
  }
  return whole
}
