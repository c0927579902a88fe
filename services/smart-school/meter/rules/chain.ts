import type { AsideReading, MeterEvent, Reading, Register } from '../schema.ts'
import { siftReadings } from './sift.ts'
import { capacityOf, multiplierOf, stepOf } from './units.ts'

/** So much flowed between two neighbouring readings. Moments in milliseconds; `amount` in the unit of the quantity. */
export type Piece = {
  readonly from: number
  readonly until: number
  readonly amount: number
  /** Which chain of registers it is of. */
  readonly code?: string
  /** Much longer than readings should be apart: what falls on either side of an edge inside it is an estimate. */
  readonly long: boolean
}
export type Chain = { readonly pieces: readonly Piece[]; readonly aside: readonly AsideReading[]; readonly events: readonly MeterEvent[] }

/** Between readings that are further apart than this many times the expected interval, amounts are estimated. */
export const longTimes = 3
const minute = 60_000

/** Readings by register: `readingsOf` gives all that may belong to it, of any time. */
export function chainPieces(registers: readonly Register[], readingsOf: (register: Register) => readonly Reading[]): Chain {
  const pieces: Piece[] = []
  const aside: AsideReading[] = []
  const events: MeterEvent[] = []
  for (const register of registers) {
    const previous = registers.find((other) => other.code === register.code && other.to?.getTime() === register.from.getTime())
    const hasNext = registers.some((other) => other.code === register.code && other.from.getTime() === register.to?.getTime())
    const own = [...withinRegister(register, readingsOf(register), previous, hasNext), ...formReadings(register)]
    const multiplier = multiplierOf(register)
    const sifted = siftReadings(own, { capacity: capacityOf(register), mayReset: register.unit === 'pulse', step: stepOf(register), maxPerHour: register.maxPerHour === null ? null : register.maxPerHour / Math.abs(multiplier / register.factor) })
    aside.push(...sifted.aside.map((reading) => ({ ...reading, registerId: register.id })))
    for (const { from, to, amount, kind } of sifted.steps) {
      const [start, end] = [from.at.getTime(), to.at.getTime()]
      if (kind !== 'up') events.push({ kind, after: from.at, at: to.at, registerId: register.id })
      // What nobody can explain is not counted as zero: there is no amount for that time.
      if (kind !== 'unexplained') pieces.push({ from: start, until: end, amount: amount * multiplier, code: register.code, long: end - start > longTimes * register.expectedMinutes * minute })
    }
  }
  return { pieces, aside, events }
}

// The moment of an exchange belongs to the new register, but what the old one last showed may have been sent at that very moment.
function withinRegister(register: Register, readings: readonly Reading[], previous: Register | undefined, hasNext: boolean): Reading[] {
  const [from, to] = [register.from.getTime(), register.to?.getTime() ?? Infinity]
  return readings.filter(({ at, value }) => {
    const moment = at.getTime()
    if (moment === from && previous !== undefined && value === previous.endReading && value !== register.startReading) return false
    return moment >= from && (moment < to || (moment === to && !hasNext))
  })
}

function formReadings({ from, to, startReading, endReading }: Register): Reading[] {
  const readings: Reading[] = []
  if (startReading !== null) readings.push({ at: from, value: startReading, source: 'form' })
  if (to !== null && endReading !== null) readings.push({ at: to, value: endReading, source: 'form' })
  return readings
}
