import type { MeterQuantity, Register } from '../schema.ts'
import { capacityOf, fits } from './units.ts'

/** A counting mechanism that a meter may have beside others. `part`: one of several that make up the whole, which `total` shows as well. */
export type RegisterKind = { readonly code: string; readonly obis: string | null; readonly sign: 1 | -1; readonly part: boolean }

const kind = (code: string, obis: string | null, { sign = 1, part = false }: { sign?: 1 | -1; part?: boolean } = {}): RegisterKind => ({ code, obis, sign, part })

/**
 * Which registers meters of a quantity have. OBIS (DIN EN 62056-6-1, C.D.E): 1.8 is energy drawn, 2.8 energy fed in, the last figure the tariff and 0 all of them.
 * A compound water meter has a large and a small register, whose sum is the use.
 */
export const registerKinds: Readonly<Record<MeterQuantity, readonly RegisterKind[]>> = {
  electricity: [kind('total', '1.8.0'), kind('day', '1.8.1', { part: true }), kind('night', '1.8.2', { part: true }), kind('export', '2.8.0', { sign: -1 })],
  water: [kind('total', null), kind('main', null, { part: true }), kind('side', null, { part: true })],
  heat: [kind('total', null)],
  gas: [kind('total', null)],
  pulses: [kind('total', null)],
}

const spellings: Readonly<Record<string, string>> = { import: '1.8.0' }
/** The OBIS figures of a chain; null where the field has none. */
export const obisOf = (code: string): string | null => Object.values(registerKinds).flat().find((one) => one.code === code)?.obis ?? spellings[code] ?? null

/** The channel of a device that no device has: such a register is read by people only. */
export const byHand = 'manual'

/** Under which channel people's readings of a register stand. */
export const readingChannelOf = (code: string): string => (code === 'total' ? 'reading' : `reading:${code}`)

/** In the order of their kinds: what is drawn, by tariff, what is fed in. */
export const inOrder = <One extends { readonly code: string }>(registers: readonly One[], quantity: MeterQuantity): One[] => {
  const place = ({ code }: One) => registerKinds[quantity].findIndex((one) => one.code === code)
  return registers.toSorted((a, b) => place(a) - place(b))
}

/** Registers that count today. */
export const openRegisters = (registers: readonly Register[], quantity: MeterQuantity): Register[] => inOrder(registers.filter(({ to }) => to === null), quantity)

/** Registers that people can read off today: whatever counts pulses has a display of its own. */
export const readableRegisters = (registers: readonly Register[], quantity: MeterQuantity): Register[] => openRegisters(registers, quantity).filter(({ unit }) => unit !== 'pulse')

export type RegisterRefusal = { readonly field: 'kind' | 'time' | 'startReading' | 'endReading' | 'unit'; readonly code: 'wrong-unit' | 'taken' | 'contains' | 'unknown' | 'in-future' | 'too-large' | 'too-early' }

/** Why a chain cannot have this name from a moment on: it is there already, or would count the same twice. `except`: the chain itself, when it is renamed. */
export function whyNotKind(registers: readonly Register[], quantity: MeterQuantity, code: string, from: Date, except?: string): RegisterRefusal | undefined {
  const wanted = registerKinds[quantity].find((one) => one.code === code)
  if (!wanted) return { field: 'kind', code: 'unknown' }
  const later = registers.filter((one) => one.code !== except && (one.to === null || one.to > from))
  if (later.some((one) => one.code === code)) return { field: 'kind', code: 'taken' }
  const isPart = (name: string) => registerKinds[quantity].some((one) => one.code === name && one.part)
  const isWhole = (name: string) => name === 'total' || name === 'import'
  const twice = later.some((one) => (wanted.part && isWhole(one.code)) || (isWhole(code) && isPart(one.code)))
  return twice ? { field: 'kind', code: 'contains' } : undefined
}

/** Why a register cannot be like this; undefined when it can. */
export function whyNotDescribe(quantity: MeterQuantity, { unit, digitsBefore, startReading }: Pick<Register, 'unit' | 'digitsBefore' | 'startReading'>): RegisterRefusal | undefined {
  if (!fits(quantity, unit)) return { field: 'unit', code: 'wrong-unit' }
  return startReading !== null && startReading >= capacityOf({ unit, digitsBefore }) ? { field: 'startReading', code: 'too-large' } : undefined
}

/** Why a register cannot be added; undefined when it can. */
export function whyNotAdd(registers: readonly Register[], quantity: MeterQuantity, next: Register, now: Date): RegisterRefusal | undefined {
  if (next.from > now) return { field: 'time', code: 'in-future' }
  return whyNotDescribe(quantity, next) ?? whyNotKind(registers, quantity, next.code, next.from)
}

/** Why a register cannot have ended at a moment; undefined when it can. */
export function whyNotEnd(register: Register, at: Date, endReading: number | null, now: Date): RegisterRefusal | undefined {
  if (at > now) return { field: 'time', code: 'in-future' }
  if (at <= register.from) return { field: 'time', code: 'too-early' }
  return endReading !== null && endReading >= capacityOf(register) ? { field: 'endReading', code: 'too-large' } : undefined
}
