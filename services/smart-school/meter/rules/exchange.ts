import type { Register } from '../schema.ts'
import { capacityOf } from './units.ts'

export type Exchange = { readonly at: Date; readonly oldReading: number | null; readonly serial: string; readonly newReading: number; readonly digitsBefore: number | null; readonly factor: number }
export type ExchangeRefusal = { readonly field: 'time' | 'oldReading' | 'newReading' | 'factor'; readonly code: 'in-future' | 'no-register' | 'same-moment' | 'too-large' }

/** The name of a form's field about one register: bare as long as the meter has only one. */
export const fieldOf = (name: 'oldReading' | 'newReading', code: string, codes: readonly string[]): string => (codes.length > 1 ? `${name}-${code}` : name)

/** The meters that hang at a point, each with the chains that its registers continue: registers of one number are one meter. Of several without a number nobody knows, so they count as one. */
export function metersOf(open: readonly Pick<Register, 'serial' | 'code'>[]): { serial: string; codes: string[] }[] {
  const meters = new Map<string, string[]>()
  for (const { serial, code } of open) meters.set(serial, [...(meters.get(serial) ?? []), code])
  return Array.from(meters, ([serial, codes]) => ({ serial, codes }))
}

/** The register of a chain that was there at a moment. */
export const registerAt = (registers: readonly Register[], code: string, at: Date): Register | undefined => registers.find((one) => one.code === code && one.from <= at && (one.to === null || at < one.to))

/** Why an exchange cannot be entered; undefined when it can. It may lie in the past, also before another one: then it splits the register that stood there until now. */
export function whyNotExchange(registers: readonly Register[], code: string, exchange: Exchange, now: Date): ExchangeRefusal | undefined {
  if (exchange.at > now) return { field: 'time', code: 'in-future' }
  const old = registerAt(registers, code, exchange.at)
  if (!old) return { field: 'time', code: 'no-register' }
  if (old.from.getTime() === exchange.at.getTime()) return { field: 'time', code: 'same-moment' }
  if (exchange.oldReading !== null && exchange.oldReading >= capacityOf(old)) return { field: 'oldReading', code: 'too-large' }
  if (exchange.newReading >= capacityOf({ ...old, digitsBefore: exchange.digitsBefore })) return { field: 'newReading', code: 'too-large' }
  return undefined
}

/** The register that comes in: it stays until the old one would have gone, and shows then what was written down for that moment. */
export const successorOf = (old: Register, exchange: Exchange, id: string): Register => ({
  ...old, id, serial: exchange.serial, from: exchange.at, startReading: exchange.newReading, digitsBefore: old.unit === 'pulse' ? old.digitsBefore : exchange.digitsBefore, factor: exchange.factor,
})
